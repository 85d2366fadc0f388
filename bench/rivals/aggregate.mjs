// The figures of `skills report --by site,role,period,item` the plain way: JSON.parse a line, sums in maps.
import { openSync, readSync, closeSync, readdirSync, fstatSync } from "node:fs";

const folder = process.argv[2];
const people = new Map(), sums = new Map(), levels = new Map(), answers = new Map();
const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

for (const name of readdirSync(folder).sort()) {
  const file = openSync(`${folder}/${name}`);
  const bytes = Buffer.allocUnsafe(fstatSync(file).size);
  readSync(file, bytes);
  closeSync(file);
  let begin = bytes.indexOf(10) + 1;
  while (begin < bytes.length) {
    const end = bytes.indexOf(10, begin);
    const record = JSON.parse(bytes.toString("utf8", begin, end));
    begin = end + 1;
    const group = `${record.site} ${record.role} ${record.period}`;
    add(people, group);
    for (const id in record.domains) {
      const domain = record.domains[id];
      if (domain.percent === null) continue;
      const key = `${group} ${id}`;
      let total = sums.get(key);
      if (!total) sums.set(key, (total = [0, 0, 0]));
      const tenths = Math.round(domain.percent * 10);
      total[0] += 1;
      total[1] += tenths;
      total[2] += tenths * tenths;
      add(levels, `${key} ${domain.level}`);
    }
    for (const item in record.answers) {
      const answer = record.answers[item];
      for (const part of Array.isArray(answer) ? answer : [answer]) add(answers, `${group} ${item} ${part}`);
    }
  }
}
for (const key of [...sums.keys()].sort()) {
  const [n, total, squares] = sums.get(key);
  console.log(key, n, (total / n / 10).toFixed(1), (Math.sqrt((squares - (total * total) / n) / (n - 1)) / 10).toFixed(1));
}
console.error(people.size, levels.size, answers.size);
