/** The styles of the search, for pages that do not carry them. */
import address from '../../styles/kinds/search.css?url';
import { loadStyles } from '../shared/load-styles.ts';

/** Links them, once. */
export const loadSearchStyles = () => loadStyles(address);
