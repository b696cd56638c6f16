import { parentPort } from 'node:worker_threads';

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Its title and its pages, with what is written on each. */
async function read(data) {
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({ width, height, texts: items.map(({ str }) => str) });
  }
  await task.destroy();
  return { title: info.Title, pages };
}

/** The bytes of a PDF in; what is seen in it, or why it cannot be read, out. */
parentPort.on('message', (data) => {
  read(data).then(
    (seen) => parentPort.postMessage({ seen }),
    (error) => parentPort.postMessage({ error: String(error) }),
  );
});
