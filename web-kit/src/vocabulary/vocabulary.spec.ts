import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLEnumType, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { errorWords } from "./error-words";
import {
  appWords,
  documentWords,
  linkPurposeWords,
  natureWords,
  productSortWords,
  reportKindWords,
  roleWords,
  tenderWords,
  triggerWords,
} from "./plain-words";
import { inputKindWords, quantityKindWords, supplierChoiceWords } from "./staff-words";
import { stateWords } from "./state-words";
import { actorWords } from "./step-words";
import { timelineWords } from "./timeline-words";

const schema = buildSchema(readFileSync(`${import.meta.dirname}/../../../api/schema.graphql`, "utf8"));

const { TicketForCustomer, ...axes } = stateWords;
const tables: Record<string, object> = {
  ...axes,
  ErrorCode: errorWords,
  TimelineKind: timelineWords,
  StepActor: actorWords,
  InstalmentNature: natureWords,
  InstalmentTrigger: triggerWords,
  Tender: tenderWords,
  SupplierRole: roleWords,
  DocumentKind: documentWords,
  InputKind: inputKindWords,
  QuantityKind: quantityKindWords,
  SupplierChoice: supplierChoiceWords,
  ReportKind: reportKindWords,
  ProductSort: productSortWords,
  App: appWords,
  LinkPurpose: linkPurposeWords,
};

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}`);
  return type.getValues().map((value) => value.name);
}

describe("the vocabulary", () => {
  it.each(Object.keys(tables))("has a word for every value of %s, and none too many", (name) => {
    expect(Object.keys(tables[name] ?? {}).sort()).toEqual(valuesOf(name).sort());
  });

  it("knows every enum of the schema", () => {
    const enums = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith("__"),
    );
    expect(enums.map((type) => type.name).filter((name) => !(name in tables))).toEqual([]);
  });

  it("tells customers the same states as staff, in their own words", () => {
    expect(Object.keys(TicketForCustomer)).toEqual(Object.keys(stateWords.TicketState));
  });
});
