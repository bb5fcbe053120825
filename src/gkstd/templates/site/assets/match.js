/* Finding: folding, queries, relevance, passages. Knows no page and no document; search.js and kiosk.js use it.
   Data come in by gkstd.index(…) and gkstd.text(number, …), called by the scripts in search/. */
(function () {
  "use strict";
  const site = (globalThis.gkstd = globalThis.gkstd || {});
  const WORDS = 10, AROUND = 36;

  /** Folding with the table of the edition: `fold` gives the text as it is compared, `trace` also the way back. */
  function folder([before, after, dropped]) {
    const map = new Map();
    for (let i = 0; i < before.length; i++) map.set(before[i], after[i]);
    for (const char of dropped) map.set(char, "");
    const hex = (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
    const any = new RegExp("[" + Array.from(map.keys(), hex).join("") + "]", "g");
    const fold = (text) => text.replace(any, (char) => map.get(char));
    function trace(text) {
      let folded = "";
      const at = [];
      for (let i = 0; i < text.length; i++) {
        const char = map.has(text[i]) ? map.get(text[i]) : text[i];
        if (char) at.push(i);
        folded += char;
      }
      return { text: folded, at: at };
    }
    return { fold, trace };
  }

  /** Letters, digits and characters alone: 610824HB20180001 for 610824-HB-2018-0001. */
  const bare = (folded) => folded.replace(/[-()/.,·_:]/g, "");

  /** What was typed: words between spaces or in quotation marks, each with the terms that stand for the same. */
  function ask(typed, fold, same) {
    const parts = typed.match(/["“”][^"“”]*["“”]?|[^\s\u3000"“”]+/g) || [];
    const words = [...new Set(parts.map((part) => fold(part.replace(/["“”]/g, ""))))].filter(Boolean).slice(0, WORDS);
    return { phrase: words.join(""), bare: bare(words.join("")), words: words.map((word) => [word, ...others(word, same)]) };
  }

  /** The word with one term in it replaced by another of its group; the longest term counts where several begin alike. */
  function others(word, same) {
    const found = new Set();
    for (const group of same) {
      const term = group.filter((one) => word.includes(one)).sort((a, b) => b.length - a.length)[0];
      if (!term) continue;
      for (const one of group) {
        const other = word.split(term).join(one);
        if (!other.includes(word)) found.add(other);
      }
    }
    return [...found].slice(0, 20);
  }

  const LETTERS = /^[a-z0-9]*[a-z][a-z0-9]*$/;

  /** How well an entry answers, 0 for not at all. `text` is its folded text, "" while it is not there yet. */
  function judge(query, entry, text) {
    const { phrase, words } = query;
    if (!words.length) return 1;
    const number = phrase && numbered(query, entry);
    if (number > 1) return number;
    if (entry.title === phrase) return 95;
    if (entry.title.startsWith(phrase)) return 85;
    if (entry.title.includes(phrase)) return 80;
    if (number) return 75;
    if (entry.also.includes(phrase)) return 70;
    if (text.includes(phrase)) return 60;
    const above = (word) => entry.head.includes(word) || (bare(word) && entry.bare.includes(bare(word)));
    const exact = words.map((word) => word[0]);
    if (words.length > 1 && exact.every(above)) return 50;
    const there = (word) => above(word) || text.includes(word);
    if (words.length > 1 && exact.every(there)) return 40;
    if (words.every((word) => word.some((one) => entry.title.includes(one)))) return 35;
    if (words.every((word) => word.some(there))) return 30;
    const spelt = (word) => LETTERS.test(word) && (word.length > 1 ? entry.initials.includes(word) : entry.initials.startsWith(word));
    return words.every((word) => word.some(there) || spelt(word[0])) ? 20 : 0;
  }

  function numbered(query, entry) {
    if (!entry.number || !query.bare) return 0;
    if (entry.bare === query.bare) return 100;
    return entry.bare.startsWith(query.bare) && /\d/.test(query.bare) ? 90 : Number(entry.bare.includes(query.bare));
  }

  /** The text cut at the words that were found: [piece, found] in a row. `trace` is of the folder. */
  function cut(text, needles, trace) {
    const { text: folded, at } = trace(text);
    const spots = [];
    for (const needle of needles) {
      for (let i = folded.indexOf(needle); i >= 0; i = folded.indexOf(needle, i + needle.length)) {
        spots.push([at[i], at[i + needle.length - 1] + 1]);
      }
    }
    spots.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const pieces = [];
    let done = 0;
    for (const [start, end] of spots) {
      if (end <= done) continue;
      const from = Math.max(start, done);
      if (from > done) pieces.push([text.slice(done, from), false]);
      const last = pieces[pieces.length - 1];
      if (last && last[1]) last[0] += text.slice(from, end);
      else pieces.push([text.slice(from, end), true]);
      done = end;
    }
    if (done < text.length) pieces.push([text.slice(done), false]);
    return pieces;
  }

  /** The pieces around the first find, the rest left out. */
  function shorten(pieces) {
    const first = Math.max(0, pieces.findIndex((piece) => piece[1]));
    const rest = pieces.slice(first);
    if (first) rest.unshift([tail(pieces[first - 1][0]), false]);
    let length = 0;
    const kept = [];
    for (const [piece, found] of rest) {
      if (length > 3 * AROUND) { kept.push(["…", false]); break; }
      kept.push([found ? piece : head(piece, 3 * AROUND - length + AROUND), found]);
      length += piece.length;
    }
    return kept;
  }

  /** The end of a text: not from the middle of a Latin word or a number, nor from a mark that ends something. */
  function tail(text) {
    if (text.length <= AROUND) return text;
    const rest = text.slice(-AROUND).replace(/^[\udc00-\udfff]/, "");
    const word = /[\w./—-]$/.test(text.slice(0, -AROUND)) ? /^[\w./—-]*/.exec(rest)[0].length : 0;
    return "…" + (rest.slice(word).replace(/^[\s、，。；：！？）〕》」』”’]+/, "") || rest);
  }
  const head = (text, most) => (text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, "") + "…" : text);

  /** Up to two passages that answer: [label, pieces, anchor]. The whole phrase is preferred to single words. */
  function passages(query, texts, { fold, trace }) {
    if (!query.words.length) return [];
    const every = [...new Set([query.phrase, ...query.words.flat()])].filter(Boolean);
    const weigh = (folded) => (folded.includes(query.phrase) ? 1000 : 0) + every.filter((one) => folded.includes(one)).length;
    return texts
      .map((text, place) => [text, weigh(fold(text[1])), place])
      .filter((one) => one[1])
      .sort((a, b) => b[1] - a[1] || a[2] - b[2])
      .slice(0, 2)
      .map(([text]) => [text[0], shorten(cut(text[1], needles(query, fold(text[1])), trace)), text[2] || ""]);
  }

  /** What is marked in a text: the phrase where it stands, otherwise the words. */
  function needles(query, folded) {
    if (query.phrase && folded.includes(query.phrase)) return [query.phrase];
    return query.words.flat().filter((word) => folded.includes(word));
  }

  /** The index. An entry is folded when it is first looked at: thousands at once would hold the page up. */
  function open(raw) {
    const fold = folder(raw.fold);
    const looked = [];
    function entry(i) {
      if (looked[i]) return looked[i];
      const also = raw.also[i].split("\n").map(fold.fold).join("\n");
      const one = { title: fold.fold(raw.title[i]), number: fold.fold(raw.number[i]), also, initials: raw.initials[i] };
      one.bare = bare(one.number);
      one.head = [one.title, one.number, also].join("\n");
      return (looked[i] = one);
    }
    const same = raw.same.map((group) => group.map(fold.fold));
    return { raw, entry, size: raw.title.length, same, fold: fold.fold, trace: fold.trace, ask: (typed) => ask(typed, fold.fold, same) };
  }

  site.match = { open, judge, bare, cut, passages, needles };
  const waiting = { texts: [] };
  site.index = (raw) => { site.raw = raw; if (waiting.index) waiting.index(raw); };
  site.text = (number, texts) => { if (waiting.texts[number]) waiting.texts[number](texts); };
  site.waiting = waiting;
})();
