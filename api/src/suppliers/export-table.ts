import { dayOf } from "../kernel/day.js";
import { fen } from "../kernel/money.js";

import { type ImportColumn, importColumns } from "./import-table.js";
import { regionOf } from "./region.js";
import type { ServiceProposal } from "./service-terms.js";

/** A service in force with the codes people know its supplier and item by. */
export interface ExportedService extends ServiceProposal {
  readonly supplierCode: string;
  readonly itemCode: string;
}

/** A row of services with those codes. */
export function exportedOf(
  row: Omit<ServiceProposal, "brands" | "costPrice" | "salePrice" | "minCharge"> & {
    readonly brands: readonly string[] | null;
    readonly costPrice: number;
    readonly salePrice: number;
    readonly minCharge: number | null;
  },
  supplierCode: string,
  itemCode: string,
): ExportedService {
  const { costPrice, salePrice, minCharge, brands } = row;
  const money = {
    costPrice: fen(costPrice),
    salePrice: fen(salePrice),
    minCharge: minCharge === null ? null : fen(minCharge),
  };
  return { ...row, ...money, brands: brands ?? [], supplierCode, itemCode };
}

/**
 * Services as a table that can be imported again. The cost is left out, column and all, for who may not read it; a
 * supplier's own table names no supplier.
 */
export function tableOf(
  services: readonly ExportedService[],
  show: { readonly supplier: boolean; readonly cost: boolean },
): string[][] {
  const columns = (Object.keys(importColumns) as ImportColumn[]).filter(
    (column) => (column !== "supplier" || show.supplier) && (column !== "costPrice" || show.cost),
  );
  const heading = columns.map((column) => importColumns[column]);
  return [heading, ...services.map((service) => columns.map((column) => cellOf(service, column)))];
}

function cellOf(service: ExportedService, column: ImportColumn): string {
  switch (column) {
    case "supplier":
      return service.supplierCode;
    case "item":
      return service.itemCode;
    case "costPrice":
    case "salePrice":
    case "minCharge":
      return yuan(service[column]);
    case "regions":
      return (service.regions ?? []).map((region) => regionOf(region).name).join("、");
    case "brands":
      return service.brands.join("、");
    case "effectiveFrom":
    case "effectiveTo":
      return service[column] === null ? "" : dayOf(service[column]);
    default:
      return service[column] === null ? "" : String(service[column]);
  }
}

/** Fen as yuan with two decimals and no sign, as a spreadsheet counts. */
function yuan(amount: number | null): string {
  if (amount === null) return "";
  return `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
}
