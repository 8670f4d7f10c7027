// fetch as a program in JavaScript uses it, in Node.

const base = process.argv[2];

/// Prints that what was tried is green, or red where anything is thrown.
async function cell(name, trial) {
  try {
    await trial();
    console.log(`${name}|green`);
  } catch (error) {
    console.error(error);
    console.log(`${name}|red|${String(error).replace(/[|\n]/g, " ").slice(0, 300)}`);
  }
}

function equal(found, expected) {
  if (found !== expected) throw new Error(`${found} is not ${expected}`);
}

await cell("JSON", async () => {
  const answer = await fetch(`${base}/v1/provinces/da-nang`);
  equal(answer.ok, true);
  const { data } = await answer.json();
  equal(data.name.vi, "Đà Nẵng");
});

await cell("NDJSON as it comes", async () => {
  const answer = await fetch(`${base}/v1/observations?format=ndjson`);
  const decoder = new TextDecoderStream();
  let rest = "";
  let rows = 0;
  for await (const piece of answer.body.pipeThrough(decoder)) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      equal(typeof JSON.parse(line).indicator, "string");
      rows += 1;
    }
  }
  equal(rest, "");
  equal(rows, Number(answer.headers.get("X-Total-Count")));
});

await cell("problems", async () => {
  const answer = await fetch(`${base}/v1/provinces?regoin=x`, {
    headers: { "Accept-Language": "en" },
  });
  equal(answer.status, 400);
  equal(answer.headers.get("Content-Type"), "application/problem+json");
  const problem = await answer.json();
  equal(problem.errors[0].suggestions[0], "region");
});

await cell("pages by links", async () => {
  const ids = new Set();
  let next = "/v1/indicators?fields=id&limit=50";
  while (next) {
    const answer = await (await fetch(new URL(next, base))).json();
    for (const row of answer.data) ids.add(row.id);
    equal(answer.meta.total >= ids.size, true);
    next = answer.links.next;
    if (!next) equal(ids.size, answer.meta.total);
  }
});

await cell("many at once", async () => {
  const { data } = await (await fetch(`${base}/v1/provinces?fields=id`)).json();
  const pages = await Promise.all(
    data.map(async ({ id }) => (await fetch(`${base}/v1/provinces/${id}/indicators`)).json()),
  );
  equal(pages.length, 34);
  for (const page of pages) equal(page.data.length > 0, true);
});
