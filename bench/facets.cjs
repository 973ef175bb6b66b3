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

const [engineName, columnsFile, answersFile, out] = process.argv.slice(2);
const rows = readRows(columnsFile);
const FACETS = Object.keys(rows.values);
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
 * dimensions, and changes what a changed filter changes. Several values of one row
 * are the bits of one number: it could have them as an array, but would count them
 * more slowly (countries alone took half of all time) and could not exclude them.
 */
function withCrossfilter(rows) {
  const crossfilter = require("crossfilter2");
  const { len, values, column } = rows;
  const cf = (crossfilter.default ?? crossfilter)(Array.from({ length: len }, (_, i) => i));
  const firstYear = Math.floor(column.start.reduce((a, b) => Math.min(a, b)) / 10000);
  const years = Array.from({ length: 30 }, (_, n) => firstYear + n);
  const positions = {
    ...Object.fromEntries(FACETS.map((name) => [name, (i) => [...new Set(rows.list(name, i))]])),
    years: (i) => rows.years(i).map((year) => year - firstYear),
  };
  const names = { ...values, years, budget: ["unpublished", "published"] };
  // Up to 43 bits, which a floating-point number holds exactly.
  const mask = (positions) => positions.reduce((mask, n) => mask + 2 ** n, 0);
  const has = (mask, n) => (n < 31 ? (mask >>> n) & 1 : Math.floor(mask / 2 ** n) % 2);

  const dimensions = { budget: cf.dimension((i) => column.budget[i]) };
  const groups = { budget: dimensions.budget.group((cents) => mask([cents < 0 ? 0 : 1])) };
  for (const name in positions) {
    const masks = Float64Array.from({ length: len }, (_, i) => mask(positions[name](i)));
    dimensions[name] = cf.dimension((i) => masks[i]);
    groups[name] = dimensions[name].group();
  }
  const all = cf.groupAll();
  const byStart = cf.dimension((i) => rows.startKey(i));
  const byPlace = cf.dimension((i) => i);
  // The values that each entry of a group stands for; entries never change.
  const members = {};
  for (const name in groups) {
    const bits = names[name].map((_, n) => n);
    members[name] = groups[name].all().map(({ key }) => bits.filter((n) => has(key, n)));
  }

  const chosen = (name, asked) => {
    if (name !== "years") {
      const position = (value) => values[name].indexOf(value);
      return [asked[name].include.map(position), asked[name].exclude.map(position)];
    }
    const { from = 0, to = 9999 } = asked;
    const wanted = years.flatMap((year, n) => (from <= year && year <= to ? [n] : []));
    return [wanted.length < years.length ? wanted : [], []];
  };
  const apply = (name, asked) => {
    const dimension = dimensions[name];
    if (name === "budget") {
      const { budget } = asked;
      return budget ? dimension.filterRange([budget[0], budget[1] + 1]) : dimension.filterAll();
    }
    const [include, exclude] = chosen(name, asked);
    if (!include.length && !exclude.length) return dimension.filterAll();
    if ([...include, ...exclude].every((n) => n < 31)) {
      const [wanted, unwanted] = [mask(include), mask(exclude)];
      return dimension.filterFunction((m) => (!wanted || (m & wanted) !== 0) && (m & unwanted) === 0);
    }
    return dimension.filterFunction(
      (m) => (!include.length || include.some((n) => has(m, n))) && !exclude.some((n) => has(m, n)),
    );
  };
  const part = (name, asked) => JSON.stringify(name === "years" ? [asked.from, asked.to] : asked[name]);
  return {
    cannot: () => undefined,
    // What the visitor saw before; not timed.
    set(before) {
      for (const name in dimensions) apply(name, before);
    },
    ask(before, asked) {
      for (const name in dimensions) if (part(name, before) !== part(name, asked)) apply(name, asked);
      const counts = {};
      for (const name in groups) {
        const sums = (counts[name] = new Uint32Array(names[name].length));
        const entries = groups[name].all();
        for (let i = 0; i < entries.length; i++) {
          const { value } = entries[i];
          if (value) for (const n of members[name][i]) sums[n] += value;
        }
      }
      const skip = (asked.page - 1) * PAGE;
      const page = asked.sort === "start" ? byStart.top(PAGE, skip) : byPlace.bottom(PAGE, skip);
      return { found: all.value(), counts, page };
    },
    plain({ found, counts, page }) {
      const facets = {};
      for (const name in counts) {
        const counted = names[name].map((value, n) => [value, counts[name][n]]);
        facets[name] = Object.fromEntries(counted.filter(([, count]) => count));
      }
      return { found, page, facets };
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
