'use strict';

/*
 * Runs `strapi build` for the panel alone. The command would compile and type-check the server first; ours
 * is compiled already, and its types are the business of `npm run typecheck`, not of a start.
 */
const path = require('node:path');

const strapi = path.dirname(require.resolve('@strapi/strapi/package.json'));
const compiler = require(require.resolve('@strapi/typescript-utils', { paths: [strapi] }));
compiler.compile = () => Promise.resolve();

process.argv = [process.argv[0], path.join(strapi, 'bin', 'strapi.js'), 'build'];
require(process.argv[1]);
