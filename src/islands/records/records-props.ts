/** What the sections of `/progress/` are given. */

export interface NamedPage {
  readonly title: string;
  /** Root-relative path, without the base. */
  readonly path: string;
}

export interface RecordsProps {
  /** Roles and workflows by every reference they have had. */
  pages: Readonly<Record<string, NamedPage>>;
}
