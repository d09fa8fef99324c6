import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import { Count, Id, Instant, Json, Name, Word } from "../platform/columns.js";

/** A word that products are found by. Kept with the index: what sounds alike or lies a typo away is looked for here. */
@Entity("search_terms")
export class SearchTermRow {
  @PrimaryColumn({ type: "varchar", length: 40 }) word: string;
  /** Pinyin without tones; of Latin words the word itself. */
  @Name(160) sound: string;
  @Name(40) initials: string;
  /** In how many products' titles it stands, and in how many other texts. */
  @Count() titles: number;
  @Count() bodies: number;
}

/** Words that stand for each other in searches, as administrators say. */
@Entity("search_synonyms")
export class SynonymRow {
  @Id() id: string;
  @Json() words: string[];
  @Instant() changedAt: number;
  @Count() version: number;
}

/** SHOP: what visitors see of the catalogue changed. WORDS: what is found by which words did. */
export type CatalogueChange = "SHOP" | "WORDS";

/**
 * One row for each change of the catalogue, written in its transaction, most of them by triggers (0012-search). Only the
 * last rows are ever read, as a stamp; nobody waits for another's row.
 */
@Entity("catalogue_changes")
@Index(["kind", "id"])
export class CatalogueChangeRow {
  @PrimaryGeneratedColumn({ type: "int" }) id: number;
  @Word() kind: CatalogueChange;
}

export const searchTables = [SearchTermRow, SynonymRow, CatalogueChangeRow];
