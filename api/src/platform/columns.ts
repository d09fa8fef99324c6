import { Column, ForeignKey, Index, PrimaryColumn } from "typeorm";

/**
 * The few kinds of column the tables are made of. Each is the same on SQLite, MySQL and MariaDB, so one set of
 * entities serves all three without drift. Instants are epoch milliseconds in BIGINT: no zone, no rounding.
 */

/** Public, unguessable primary key made by `newId()`. */
export const Id = (): PropertyDecorator => PrimaryColumn({ type: "varchar", length: 22 });

/** Id of a row of `entity`, named by its class so that no room imports another's table. Indexed, kept by the database. */
export function Ref(entity: string, options: { nullable?: boolean; unique?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    Column({ type: "varchar", length: 22, nullable: options.nullable ?? false })(target, property);
    Index({ unique: options.unique ?? false })(target, property);
    ForeignKey(entity)(target, property);
  };
}

/** A short text: names, numbers, codes, hashes. `length` counts characters. */
export const Name = (length: number, options: { nullable?: boolean; unique?: boolean } = {}): PropertyDecorator =>
  Column({ type: "varchar", length, nullable: options.nullable ?? false, unique: options.unique ?? false });

/**
 * What rows written before the column existed hold in it. Only for columns that a later migration adds with the same
 * default; texts and JSON have none on MySQL and are nullable instead.
 */
interface Added<Value> {
  readonly nullable?: boolean;
  readonly default?: Value;
}

/** A state or another word of a closed list. */
export const Word = (options: Added<string> = {}): PropertyDecorator =>
  Column({ type: "varchar", length: 32, nullable: options.nullable ?? false, ...since(options) });

/** Prose of a person. */
export const Prose = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: "text", nullable: options.nullable ?? false });

/** A value object that is read and written whole; stored as JSON text. */
export const Json = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: "simple-json", nullable: options.nullable ?? false });

/** Whole fen. */
export const Amount = (options: Added<number> = {}): PropertyDecorator =>
  Column({ type: "bigint", nullable: options.nullable ?? false, ...since(options) });

/** Epoch milliseconds, UTC, from the platform's clock. */
export const Instant = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: "bigint", nullable: options.nullable ?? false });

export const Count = (options: Added<number> = {}): PropertyDecorator =>
  Column({ type: "int", nullable: options.nullable ?? false, ...since(options) });

/** A number that is no money and may have a fraction: quantities and scores. */
export const Measure = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: "double", nullable: options.nullable ?? false });

export const Flag = (options: Added<boolean> = {}): PropertyDecorator =>
  Column({ type: "boolean", nullable: options.nullable ?? false, ...since(options) });

const since = <Value>(options: Added<Value>): { default?: Value } =>
  options.default === undefined ? {} : { default: options.default };
