// Asks other facet engines what bench/facets.rs asked ours, about the same rows:
//
//   node facets.cjs ENGINE COLUMNS ANSWERS OUT
//
// ENGINE is crossfilter2 or itemsjs. COLUMNS and ANSWERS are what facets.rs wrote.
// OUT gets the time to build, and for each question the time and the answer, or
// why the engine cannot be asked. `cargo xtask bench` compares.
"use strict";

const fs = require("node:fs");

const PAGE = 24;
const FACETS = ["city", "theme", "programme", "period", "country", "role", "status"];

const [engineName, columnsFile, answersFile, out] = process.argv.slice(2);
const rows = readRows(columnsFile);
const { questions } = JSON.parse(fs.readFileSync(answersFile, "utf8"));

const start = performance.now();
const engine = { crossfilter2: withCrossfilter, itemsjs: withItems }[engineName](rows);
const built = performance.now() - start;
const answers = questions.map((question) => {
  const [before, after] = [read(question.before), read(question.query)];
  const cannot = engine.cannot(after);
  return cannot ? { cannot } : timed(before, after);
});
fs.writeFileSync(out, JSON.stringify({ built, questions: answers }));

/** The median of at least three times, of as many as fit into 1.5 seconds. */
function timed(before, after) {
  const times = [];
  let answer;
  const end = performance.now() + 1500;
  while (times.length < 3 || (performance.now() < end && times.length < 101)) {
    engine.set(before, after);
    const start = performance.now();
    answer = engine.ask(before, after);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { ms: times[times.length >> 1], answer: engine.plain(answer) };
}

/**
 * crossfilter2 keeps every group as it is under the filters of all other
 * dimensions, and changes what a changed filter changes.
 */
function withCrossfilter(rows) {
  const crossfilter = require("crossfilter2");
  const { len, values, column, lists } = rows;
  const cf = (crossfilter.default ?? crossfilter)(Array.from({ length: len }, (_, i) => i));
  // Several values of one row can only be excluded as the bits of one number, which
  // is also the fastest way to count them. For countries there are too many bits;
  // nothing excludes them here.
  const masks = {};
  for (const facet of ["city", "theme", "role"]) {
    masks[facet] = Uint32Array.from(lists(facet), (list) => list.reduce((m, v) => m | (1 << v), 0));
  }
  const firstYear = rows.years(0)[0] - 10;
  masks.years = Uint32Array.from({ length: len }, (_, i) =>
    rows.years(i).reduce((m, year) => m | (1 << (year - firstYear)), 0),
  );
  const dimensions = {
    programme: cf.dimension((i) => column.programme[i]),
    period: cf.dimension((i) => column.period[i]),
    status: cf.dimension((i) => column.status[i]),
    city: cf.dimension((i) => masks.city[i]),
    theme: cf.dimension((i) => masks.theme[i]),
    role: cf.dimension((i) => masks.role[i]),
    country: cf.dimension((i) => [...new Set(rows.list("country", i))], true),
    years: cf.dimension((i) => masks.years[i]),
    budget: cf.dimension((i) => column.budget[i]),
  };
  const groups = {};
  for (const name in dimensions) {
    groups[name] = name === "budget" ? dimensions.budget.group((v) => (v < 0 ? 0 : 1)) : dimensions[name].group();
  }
  const all = cf.groupAll();
  const byStart = cf.dimension((i) => rows.startKey(i));
  const byPlace = cf.dimension((i) => i);

  const apply = {
    years(d, { from, to }) {
      if (!from && !to) return d.filterAll();
      let wanted = 0;
      for (let n = Math.max((from ?? 0) - firstYear, 0); n <= Math.min((to ?? 9999) - firstYear, 31); n++) wanted |= 1 << n;
      d.filterFunction((m) => (m & wanted) !== 0);
    },
    budget: (d, { budget }) => (budget ? d.filterRange([budget[0], budget[1] + 1]) : d.filterAll()),
  };
  for (const facet of FACETS) {
    apply[facet] = (d, asked) => {
      const { include, exclude } = asked[facet];
      if (!include.length && !exclude.length) return d.filterAll();
      const position = (value) => values[facet].indexOf(value);
      if (!masks[facet]) {
        if (exclude.length || include.length > 1) throw new Error(`not needed: ${facet}`);
        return d.filterExact(position(include[0]));
      }
      const bits = (list) => list.reduce((m, v) => m | (1 << position(v)), 0);
      const [wanted, unwanted] = [bits(include), bits(exclude)];
      return d.filterFunction((m) => (!wanted || (m & wanted) !== 0) && (m & unwanted) === 0);
    };
  }
  const same = (part, a, b) =>
    part === "years" ? a.from === b.from && a.to === b.to : JSON.stringify(a[part]) === JSON.stringify(b[part]);
  return {
    cannot: () => undefined,
    // What the visitor saw before; not timed.
    set(before) {
      for (const part in dimensions) apply[part](dimensions[part], before);
    },
    ask(before, asked) {
      for (const part in dimensions) if (!same(part, before, asked)) apply[part](dimensions[part], asked);
      const skip = (asked.page - 1) * PAGE;
      const counts = {};
      for (const name in groups) counts[name] = groups[name].all();
      const page = asked.sort === "start" ? byStart.top(PAGE, skip) : byPlace.bottom(PAGE, skip);
      return { found: all.value(), counts, page };
    },
    plain({ found, counts, page }) {
      const facets = {};
      for (const name in counts) {
        const sums = {};
        const add = (value, count) => count && (sums[value] = (sums[value] ?? 0) + count);
        for (const { key, value } of counts[name]) {
          if (name === "years") for (let n = 0; n < 32; n++) key & (1 << n) && add(firstYear + n, value);
          else if (masks[name]) values[name].forEach((v, n) => key & (1 << n) && add(v, value));
          else if (name === "budget") add(key ? "published" : "unpublished", value);
          else add(values[name] ? values[name][key] : key, value);
        }
        facets[name] = sums;
      }
      return { found, page: [...page], facets };
    },
  };
}

/** itemsjs keeps a bitmap for every value, as we do, and answers from scratch. */
function withItems(rows) {
  const itemsjs = require("itemsjs");
  const { len, values, lists } = rows;
  const items = Array.from({ length: len }, (_, id) => ({
    id,
    years: rows.years(id).map(String),
    budget: [rows.column.budget[id] < 0 ? "unpublished" : "published"],
    start_key: rows.startKey(id),
  }));
  for (const facet of FACETS) {
    lists(facet).forEach((list, id) => (items[id][facet] = [...new Set(list)].map((v) => values[facet][v])));
  }
  const names = [...FACETS, "years", "budget"];
  const engine = itemsjs(items, {
    native_search_enabled: false,
    aggregations: Object.fromEntries(names.map((name) => [name, { size: 1000, conjunction: false }])),
    sortings: { start: { field: "start_key", order: "desc" } },
  });
  return {
    cannot(asked) {
      if (asked.budget) return "no ranges beside facets";
      if (FACETS.some((facet) => asked[facet].exclude.length)) return "an exclusion also narrows its own facet";
    },
    set() {},
    ask(_, asked) {
      const filters = {};
      for (const facet of FACETS) if (asked[facet].include.length) filters[facet] = asked[facet].include;
      const sort = asked.sort === "start" ? "start" : undefined;
      return engine.search({ per_page: PAGE, page: asked.page, filters, sort });
    },
    plain({ pagination, data }) {
      const facets = {};
      for (const name of names) {
        const counted = data.aggregations[name].buckets.filter((bucket) => bucket.doc_count);
        facets[name] = Object.fromEntries(counted.map((bucket) => [bucket.key, bucket.doc_count]));
      }
      return { found: pagination.total, page: data.items.map((item) => item.id), facets };
    },
  };
}

/** A query of an address, as far as the questions go. */
function read(query) {
  const asked = { page: 1 };
  for (const facet of FACETS) asked[facet] = { include: [], exclude: [] };
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === "budget") asked.budget = value.split("..").map((euro) => Number(euro) * 100);
    else if (["from", "to", "page"].includes(key)) asked[key] = Number(value);
    else if (key === "sort") asked.sort = value;
    else if (value.startsWith("-")) asked[key].exclude.push(value.slice(1));
    else asked[key].include.push(value);
  }
  return asked;
}

/** The rows as facets.rs wrote them: a line that says what comes, then numbers. */
function readRows(file) {
  const bytes = fs.readFileSync(file);
  const end = bytes.indexOf("\n") + 1;
  const { len, values, columns } = JSON.parse(bytes.subarray(0, end));
  const column = {};
  let at = bytes.byteOffset + end;
  for (const [name, length, bits] of columns) {
    const Numbers = bits === 64 ? Float64Array : Uint32Array;
    column[name] = new Numbers(bytes.buffer.slice(at, at + (length * bits) / 8));
    at += (length * bits) / 8;
  }
  const list = (name, i) =>
    Array.from(column[name].subarray(i ? column[`${name}.ends`][i - 1] : 0, column[`${name}.ends`][i]));
  const year = (day) => Math.floor(day / 10000);
  return {
    len,
    values,
    column,
    list,
    lists: (name) => Array.from({ length: len }, (_, i) => list(name, i)),
    years(i) {
      const [first, last] = [year(column.start[i]), year(column.end[i])];
      return Array.from({ length: last - first + 1 }, (_, n) => first + n);
    },
    // Newest first, and in their own order those that start on the same day: no
    // engine but ours promises that, so it stands in the key.
    startKey: (i) => column.start[i] * len + (len - 1 - i),
  };
}
