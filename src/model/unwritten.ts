/**
 * What stands in a page before the place that is still to be written: `待写：这个岗位管什么`. Such a page is
 * published like any other; the build lists the places, and the page outlines them.
 */
export const UNWRITTEN = '待写：';
