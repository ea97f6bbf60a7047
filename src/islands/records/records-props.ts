/** What the sections of `/progress/` are given. */

export interface NamedPage {
  readonly title: string;
  /** Root-relative path, without the base. */
  readonly path: string;
}

/** A handbook that can be kept on the device. */
export interface KeepableHandbook {
  readonly slug: string;
  readonly title: string;
}

export interface RecordsProps {
  /** Roles and workflows by every reference they have had. */
  pages: Readonly<Record<string, NamedPage>>;
  /** What can be kept for reading without a network; absent: the site does not offer it. */
  offline?: readonly KeepableHandbook[] | undefined;
}
