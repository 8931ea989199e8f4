// What the store uses of better-sqlite3-multiple-ciphers 13, whose own types its package does not export.
declare module 'better-sqlite3-multiple-ciphers' {
  export interface Statement<Values extends readonly unknown[], Row> {
    readonly reader: boolean;
    run(...values: Values): { changes: number; lastInsertRowid: number | bigint };
    get(...values: Values): Row | undefined;
    all(...values: Values): Row[];
    iterate(...values: Values): IterableIterator<Row>;
    /** Give the first column in place of the row. */
    pluck(toggle?: boolean): this;
    /** Give rows as arrays. */
    raw(toggle?: boolean): this;
  }

  export interface Database {
    readonly inTransaction: boolean;
    prepare<Values extends readonly unknown[], Row>(sql: string): Statement<Values, Row>;
    transaction(work: () => void): () => void;
    exec(sql: string): this;
    pragma(sql: string, options?: { simple?: boolean }): unknown;
    key(key: Buffer): number;
    rekey(key: Buffer): number;
    close(): this;
  }

  const Sqlite: new (path: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number }) => Database;
  export default Sqlite;
}
