/**
 * The address of an item as readers send it to each other. Chat apps cut fragments off and add parameters
 * of their own, so what is copied or shared names its item twice: `?at=<id>#<id>`. Links within the site
 * have the fragment alone, which makes no request. How such an address is read: `arrived-address.ts`.
 */

/**
 * The address of an item to be sent to others.
 *
 * @param address whole, with the item's id as its fragment; other parameters are left out
 */
export function addressForOthers(address: string): string {
  return address.replace(/(\?[^#]*)?#(.*)/, '?at=$2#$2');
}
