import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile } from "../platform/file.graphql.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith, supplierMembers } from "../platform/policy.js";
import { type TableFormat, tableFormats } from "../platform/spreadsheet.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { exportMyServices } from "./export-my-services.flow.js";
import { exportServices } from "./export-services.flow.js";
import { type ImportMode, type ImportReport, importModes } from "./import.store.js";
import { importServices } from "./import-services.flow.js";
import { importServicesFor } from "./import-services-for.flow.js";
import { type BadCell, type ImportColumn, type ImportFault, importColumns, importFaults } from "./import-table.js";

const ImportModeEnum = enumOf(importModes);
registerEnumType(ImportModeEnum, {
  name: "ImportMode",
  description: "DRY_RUN writes nothing; ALL_OR_NONE nothing if a row is bad; GOOD_ONLY the rows that are good.",
});
const ImportColumnEnum = enumOf(Object.keys(importColumns) as ImportColumn[]);
registerEnumType(ImportColumnEnum, { name: "ImportColumn", description: "A column of a table of services." });
const ImportFaultEnum = enumOf(importFaults);
registerEnumType(ImportFaultEnum, { name: "ImportFault", description: "What may be wrong with a cell." });
export const TableFormatEnum = enumOf(tableFormats);
registerEnumType(TableFormatEnum, { name: "TableFormat", description: "What a table is written as." });

@InputType({ description: "Which upload to import, and how." })
class ImportServicesInput {
  @Field(() => ID, { description: "Of your upload for IMPORT: .xlsx or .csv with a heading, at most 2,000 rows." })
  fileId: string;

  @Field(() => ImportModeEnum, { description: "What becomes of it." })
  mode: ImportMode;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Which services to export, and as what." })
class ExportServicesInput {
  @Field(() => TableFormatEnum, { description: "As what." })
  format: TableFormat;

  @Field(() => [ID], { nullable: true, description: "Only of these suppliers." })
  supplierIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Only of these items." })
  itemIds?: string[] | null;
}

@InputType({ description: "As what to export your services." })
class ExportMyServicesInput {
  @Field(() => TableFormatEnum, { description: "As what." })
  format: TableFormat;
}

@ObjectType({ description: "One cell that is wrong." })
class ImportBadCell implements BadCell {
  @Field(() => Int, { description: "As the spreadsheet counts; 1 is the heading." })
  row: number;

  @Field(() => ImportColumnEnum, { description: "Which column." })
  column: ImportColumn;

  @Field(() => ImportFaultEnum, { description: "What is wrong." })
  code: ImportFault;

  @Field(() => String, { description: "What the cell says." })
  value: string;
}

@ObjectType({ description: "What an import found and did." })
class ServiceImport implements ImportReport {
  @Field(() => Int, { description: "Rows that are not empty, without the heading." })
  total: number;

  @Field(() => Int, { description: "How many of them are good." })
  good: number;

  @Field(() => Int, { description: "How many became proposals." })
  written: number;

  @Field(() => [ImportBadCell], { description: "Everything that is wrong, row by row." })
  bad: readonly BadCell[];
}

@ObjectType({ description: "What came of it." })
class ImportServicesPayload extends Payload {
  @Field(() => ServiceImport, { nullable: true, description: "What was found and done." })
  report?: ServiceImport | null;
}

@ObjectType({ description: "What came of it." })
class ImportServicesForPayload extends Payload {
  @Field(() => ServiceImport, { nullable: true, description: "What was found and done." })
  report?: ServiceImport | null;
}

@ObjectType({ description: "The table." })
class ExportServicesPayload extends Payload {
  @Field(() => LocalFile, { nullable: true, description: "The table." })
  file?: LocalFile | null;
}

@ObjectType({ description: "The table." })
class ExportMyServicesPayload extends Payload {
  @Field(() => LocalFile, { nullable: true, description: "The table." })
  file?: LocalFile | null;
}

@Resolver()
export class ServiceImportResolver {
  @Allow(supplierMembers("OWNER"))
  @Mutation(() => ImportServicesPayload, {
    description: "Proposes many services by a table. Refuses NOT_FOUND, FILE_REJECTED, FILE_TOO_LARGE.",
  })
  importServices(@Ctx() context: Context, @Arg("input") input: ImportServicesInput): Promise<ImportServicesPayload> {
    return settle(async () => ({
      report: await importServices(context.platform, context.viewer as SupplierMemberViewer, input),
    }));
  }

  @Allow(staffWith("suppliers.manage"))
  @Mutation(() => ImportServicesForPayload, {
    description: "Proposes services of many suppliers by a table. Refuses NOT_FOUND, FILE_REJECTED, FILE_TOO_LARGE.",
  })
  importServicesFor(
    @Ctx() context: Context,
    @Arg("input") input: ImportServicesInput,
  ): Promise<ImportServicesForPayload> {
    return settle(async () => ({ report: await importServicesFor(context.platform, context.viewer, input) }));
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Mutation(() => ExportMyServicesPayload, { description: "Your services in force as a table you can import again." })
  exportMyServices(
    @Ctx() context: Context,
    @Arg("input") input: ExportMyServicesInput,
  ): Promise<ExportMyServicesPayload> {
    return settle(async () => ({
      file: await exportMyServices(context.platform, context.viewer as SupplierMemberViewer, input),
    }));
  }

  @Allow(staffWith("suppliers.read"))
  @Mutation(() => ExportServicesPayload, {
    description: "Services in force as a table that can be imported again, at most 20,000; the cost with cost.read.",
  })
  exportServices(@Ctx() context: Context, @Arg("input") input: ExportServicesInput): Promise<ExportServicesPayload> {
    return settle(async () => {
      const { format, supplierIds = null, itemIds = null } = input;
      return { file: await exportServices(context.platform, context.viewer, { format, supplierIds, itemIds }) };
    });
  }
}
