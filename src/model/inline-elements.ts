/**
 * Names of the elements within which a block of text runs on; all others begin a block. The index reads
 * on over them, and so do the marks on the page that a result leads to.
 */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo cite code data dfn em i input kbd label mark q s samp ' +
    'small span strong sub sup time u var wbr'
  ).split(' '),
);
