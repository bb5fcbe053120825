"""A new process, and processes in words."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
Replace = Callable[[str, str, str], None]
PATH = "standards/processes/road-permit.yaml"


def test_a_new_process_passes_check(gkstd: Run, base: Path) -> None:
    done = gkstd("new", "process", "road-permit", "--title", "临时占道：审批", "--domain", "demo")
    assert (done.returncode, done.stdout) == (0, f"{PATH}\n")
    assert "gkstd build flowcharts --only road-permit" in done.stderr
    assert "\ntitle: 临时占道：审批\n" in (base / PATH).read_text("utf-8")
    assert gkstd("check").stderr == "no problems found\n"


def test_a_general_process_needs_an_id_only(gkstd: Run, base: Path) -> None:
    assert gkstd("new", "process", "road-permit").returncode == 0
    assert "\ndomain:" not in (base / PATH).read_text("utf-8")
    assert gkstd("check").returncode == 0


def test_nothing_is_overwritten(gkstd: Run, base: Path) -> None:
    path = base / "standards/processes/approval.yaml"
    before = path.read_bytes()
    done = gkstd("new", "process", "approval")
    assert done.returncode == 2
    assert "was left alone" in done.stderr
    assert path.read_bytes() == before


def test_what_is_not_known_is_refused_before_anything_is_written(gkstd: Run, base: Path) -> None:
    for args in (["Road"], ["../x"], ["x", "--domain", "dmo"], ["x", "--body", "无名局"]):
        done = gkstd("new", "process", *args)
        assert done.returncode == 2, args
    assert "did you mean demo" in gkstd("new", "process", "x", "--domain", "dmo").stderr
    assert not (base / "standards/processes/x.yaml").exists()


def test_a_process_in_words(gkstd: Run) -> None:
    told = gkstd("list", "processes", "--outline", "approval").stdout.splitlines()
    assert told[0] == "规划审批公开流程（approval）"
    assert "2. 县城乡规划局: 〔判断〕材料是否齐全？" in told
    assert "   → 是 4. 公示草案" in told
    assert "   → back to 2. 材料是否齐全？" in told
    assert "   limit: 20个工作日内" in told
    assert told[-1] == "the longest way takes 20个工作日: 5（20个工作日内）; 1 more steps have no limit"


def test_an_outline_tells_what_is_to_be_confirmed(gkstd: Run, replace: Replace) -> None:
    replace("standards/processes/approval.yaml", "\nsteps:", "\nunconfirmed: [steps]\nsteps:")
    told = gkstd("list", "processes", "--outline", "approval").stdout.splitlines()
    assert "still to be confirmed: 各步骤的内容、时限和依据" in told[:3]


def test_an_outline_marks_the_limit_of_one_step(gkstd: Run, replace: Replace) -> None:
    replace("standards/processes/approval.yaml", "limit: 20个工作日内", "limit: 20个工作日内, unconfirmed: [limit]")
    told = gkstd("list", "processes", "--outline", "approval").stdout.splitlines()
    assert "   limit: 20个工作日内（待核）" in told
    assert sum("待核" in line for line in told) == 2, "and where the longest way is told"
    (row,) = json.loads(gkstd("list", "processes", "--unconfirmed", "--format", "json").stdout)
    assert row["unconfirmed"] == ["steps.publish.limit"]


def test_an_outline_is_of_a_process(gkstd: Run) -> None:
    done = gkstd("list", "processes", "--outline", "aproval")
    assert done.returncode == 2
    assert "did you mean approval?" in done.stderr
    assert gkstd("list", "items", "--outline", "approval").returncode == 2


def test_one_object_is_built_alone(gkstd: Run, base: Path) -> None:
    assert gkstd("new", "process", "road-permit").returncode == 0
    assert gkstd("build", "flowcharts", "-q").returncode == 0
    (base / "build/flowcharts/approval.svg").unlink()
    assert gkstd("build", "flowcharts", "--only", "road-permit", "-q").returncode == 0
    folder = base / "build/flowcharts"
    assert sorted(path.name for path in folder.iterdir()) == [
        "approval.png", "approval.print.png", "road-permit.png", "road-permit.print.png", "road-permit.svg",
    ]  # fmt: skip
    done = gkstd("build", "flowcharts", "--only", "nothing", "-q")
    assert done.returncode == 2
    assert "nothing to compile has the id nothing" in done.stderr
