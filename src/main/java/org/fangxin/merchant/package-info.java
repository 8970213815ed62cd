/**
 * Market entities by unified social credit code (GB 32100): names, former names and aliases, branches, shops on platforms.
 * Filled by extracts of the registry and by officers; asked by intake, the case page and whoever looks a business up. Hears
 * nobody. What it holds is public; how many cases an entity has is asked of the case file, in the reader's own sight.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.merchant;
