/**
 * The publisher's page on the site and as a single file. Both carry all that they need, shells included; no unit's browser
 * keeps them for later.
 */
export const toolPages = ['publish.html', 'offline/publish.html']
