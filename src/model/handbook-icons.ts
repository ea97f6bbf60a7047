/** The signs that a handbook can have, each an icon of the Lucide set, with what it shows. */
export const HANDBOOK_ICONS = {
  megaphone: '喇叭',
  headset: '耳机',
  umbrella: '伞',
  handshake: '握手',
  'chart-line': '走势图',
  'shopping-cart': '购物车',
  truck: '货车',
  wrench: '扳手',
  users: '众人',
  'graduation-cap': '学位帽',
  'shield-check': '盾牌',
  landmark: '楼宇',
  factory: '工厂',
  palette: '调色板',
  scroll: '文书',
  globe: '地球',
} as const;
export type HandbookIcon = keyof typeof HANDBOOK_ICONS;

export const HANDBOOK_ICON_NAMES = Object.keys(HANDBOOK_ICONS) as [HandbookIcon, ...HandbookIcon[]];
