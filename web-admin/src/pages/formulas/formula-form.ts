import type { UseFormReturn } from "react-hook-form";
import type { FormulaValues } from "./formula-schema";

/** The form as its sections see it. */
export type FormulaFormApi = UseFormReturn<FormulaValues, unknown, FormulaValues>;
