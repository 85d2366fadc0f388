// The figures of `skills report --by site,role,period,item` by DuckDB, on two threads.
// node aggregate_duckdb.mjs FOLDER, with @duckdb/node-api installed beside it.
import { DuckDBInstance } from "@duckdb/node-api";

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const percent = "STRUCT(percent DOUBLE, level VARCHAR)";
await connection.run(`CREATE TEMP TABLE records AS
  SELECT site, role, period, domains, answers FROM read_json('${process.argv[2]}/*.jsonl', format='newline_delimited',
    columns={site: 'VARCHAR', role: 'VARCHAR', period: 'VARCHAR', domains: 'MAP(VARCHAR, ${percent})', answers: 'MAP(VARCHAR, JSON)'})
  WHERE role IS NOT NULL`);
const figures = await connection.runAndReadAll(`SELECT site, role, period, entry.key, count(*) n, avg(entry.value.percent), stddev_samp(entry.value.percent)
  FROM (SELECT site, role, period, unnest(map_entries(domains)) entry FROM records) WHERE entry.value.percent IS NOT NULL GROUP BY ALL ORDER BY ALL`);
const levels = await connection.runAndReadAll(`SELECT site, role, period, entry.key, entry.value.level, count(*)
  FROM (SELECT site, role, period, unnest(map_entries(domains)) entry FROM records) GROUP BY ALL`);
const items = await connection.runAndReadAll(`SELECT site, role, period, entry.key, entry.value, count(*)
  FROM (SELECT site, role, period, unnest(map_entries(answers)) entry FROM records) GROUP BY ALL`);
console.log(figures.getRows().length, levels.getRows().length, items.getRows().length);
