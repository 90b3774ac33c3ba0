'use strict';

// Strapi looks for this file in the sources; the compiled server half lies in dist.
module.exports = require('../../../dist/src/plugins/accountability/server/src').default;
