"""〔待填：……〕: what a county has still to fill in, in any text.

In: nothing. Out: the pattern. A release is refused while one is left.
"""

import re

PLACEHOLDER = re.compile(r"〔待填[^〕\n]*〕?")
