/** The styles of the list of 今天, for the home page, which does not carry them. */
import address from '../../styles/kinds/today-list.css?url';
import { loadStyles } from '../shared/load-styles.ts';

/** Links them, once. */
export const loadListStyles = () => loadStyles(address);
