const fs = require('node:fs');
const path = require('node:path');

const SOURCES = path.resolve(__dirname, '..', '..', 'src') + path.sep;

/**
 * Leads imports of `src/**` in the API tests to the compiled file of the office under test, so that there
 * is one copy of every module and of the state it keeps.
 */
module.exports = (request, options) => {
  const file = options.defaultResolver(request, options);
  const server = process.env.GUANJIA_TEST_SERVER;
  if (!server || !file.startsWith(SOURCES) || !file.endsWith('.ts')) return file;
  const compiled = path.join(server, 'src', `${file.slice(SOURCES.length, -'.ts'.length)}.js`);
  return fs.existsSync(compiled) ? compiled : file;
};
