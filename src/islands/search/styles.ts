/** The styles of the search, for pages that do not carry them. */
import address from '../../styles/kinds/search.css?url';
import { make } from '../shared/make.ts';

let loading: Promise<unknown> | undefined;

/** Links them, once. Kept when they apply; also when they cannot be had: unstyled is better than none. */
export function loadSearchStyles(): Promise<unknown> {
  loading ??= new Promise((resolve) => {
    const link = make('link', { rel: 'stylesheet', href: address });
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    document.head.append(link);
  });
  return loading;
}
