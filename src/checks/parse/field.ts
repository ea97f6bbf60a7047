import { isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';
import type { Place } from '../problem.ts';

/** A parsed YAML text and where it begins in its file. */
export interface YamlSource {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Line of the file on which the YAML text begins, counted from 1. */
  readonly firstLine: number;
}

/**
 * A value in a YAML text, there or not, that knows its place. Reading one never fails, so that a
 * rule can look at a page that breaks other rules: what is not there has no text and no items.
 */
export class Field {
  /** Name of the key or number of the entry under which the value stands. */
  readonly key: string | number | undefined;
  private readonly source: YamlSource;
  private readonly node: Node | null | undefined;
  private readonly parent: Field | undefined;
  private readonly keyNode: unknown;

  constructor(
    source: YamlSource,
    node: unknown,
    parent?: Field,
    key?: string | number,
    keyNode?: unknown,
  ) {
    this.source = source;
    this.parent = parent;
    this.key = key;
    this.keyNode = keyNode;
    this.node = node as Node | null | undefined;
  }

  /** True when the value is written, even when it is empty. */
  get exists(): boolean {
    return this.node !== undefined;
  }

  /** True for `key:` with nothing behind it. */
  get isEmpty(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  /** The value of a string, else undefined. */
  get text(): string | undefined {
    return isScalar(this.node) && typeof this.node.value === 'string' ? this.node.value : undefined;
  }

  /** The plain value of a scalar: string, number, boolean or null. */
  get scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }

  /** A scalar as it is written, without quotes: `0x1F` of a number. */
  get written(): string {
    if (!isScalar(this.node)) return '';
    return this.node.source ?? String(this.node.value ?? '');
  }

  /** The value of a map's key. */
  get(key: string): Field {
    const pair = isMap(this.node)
      ? this.node.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return new Field(this.source, pair ? (pair.value ?? null) : undefined, this, key, pair?.key);
  }

  /** The value at the end of a path of keys and entry numbers, as zod reports it. */
  at(path: readonly PropertyKey[]): Field {
    return path.reduce<Field>(
      (field, key) => (typeof key === 'number' ? field.item(key) : field.get(String(key))),
      this,
    );
  }

  /** The values of a map, in the order in which they are written. */
  fields(): Field[] {
    if (!isMap(this.node)) return [];
    return this.node.items.map((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      return new Field(this.source, pair.value ?? null, this, key, pair.key);
    });
  }

  /** The entry of a list. */
  item(index: number): Field {
    const item: unknown = isSeq(this.node) ? this.node.items[index] : undefined;
    return new Field(this.source, item, this, index);
  }

  /** The entries of a list. */
  items(): Field[] {
    if (!isSeq(this.node)) return [];
    return this.node.items.map((item, index) => new Field(this.source, item, this, index));
  }

  /** The strings among the entries of a list. */
  texts(): string[] {
    return this.items().flatMap((item) => item.text ?? []);
  }

  /** This value and everything below it. */
  descendants(): Field[] {
    return [this, ...[...this.fields(), ...this.items()].flatMap((child) => child.descendants())];
  }

  /**
   * Where the value stands: a list or map at its key, a scalar at its first character, and what is
   * missing where its parent stands.
   */
  get place(): Place {
    const offset = offsetOf(isScalar(this.node) && !this.isEmpty ? this.node : this.keyNode);
    const own = offset ?? offsetOf(this.node);
    if (own === undefined) {
      return this.parent?.place ?? { file: this.source.file, line: this.source.firstLine };
    }
    return this.placeAt(own);
  }

  /** Where the key stands; the value, when it has none. */
  get keyPlace(): Place {
    const offset = offsetOf(this.keyNode);
    return offset === undefined ? this.place : this.placeAt(offset);
  }

  /** The name of the field; for an entry of a list, the list's. */
  get name(): string {
    return typeof this.key === 'number' ? (this.parent?.name ?? '') : (this.key ?? '');
  }

  private placeAt(offset: number): Place {
    const { line, col } = this.source.lines.linePos(offset);
    const id = this.itemId;
    const place = { file: this.source.file, line: line + this.source.firstLine - 1, column: col };
    return id === undefined ? place : { ...place, id };
  }

  /** Id of the nearest item around the value; an outcome is named after its step as well. */
  private get itemId(): string | undefined {
    const own = this.get('id').text;
    const above = this.parent?.itemId;
    if (own === undefined) return above;
    const isOutcome = this.parent?.key === 'outcomes' && above !== undefined;
    return isOutcome ? `${above}/${own}` : own;
  }

  /** The value as plain data, for the schema. */
  toData(): unknown {
    return this.node ? this.node.toJS(this.source.document) : this.node;
  }
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
