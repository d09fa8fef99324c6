import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Column, DataTable } from "../ui/DataTable";
import { importColumnWords, importFaultWords, type importModeWords } from "../vocabulary/import-words";
import { FileUpload } from "./FileUpload";
import css from "./TableImport.module.css";
import type { UploadedFile } from "./upload";

type Mode = keyof typeof importModeWords;
type Bad = {
  readonly row: number;
  readonly column: keyof typeof importColumnWords;
  readonly code: keyof typeof importFaultWords;
  readonly value: string;
};
export type ImportReport = { total: number; good: number; written: number; bad: readonly Bad[] };

type TableImportProps = {
  /** Looks at the file, or writes it; answers undefined after it told why not. */
  run: (fileId: string, mode: Mode) => Promise<ImportReport | undefined>;
  busy: boolean;
};

/** A table is looked at first; what is wrong is listed cell by cell, and then a person says what is written. */
export function TableImport({ run, busy }: TableImportProps) {
  const { t } = useLingui();
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const [report, setReport] = useState<ImportReport>();
  const file = files[0];
  async function look(mode: Mode): Promise<void> {
    if (file) setReport(await run(file.id, mode));
  }
  return (
    <div className="stack">
      <section className="card stack">
        <FileUpload
          purpose="IMPORT"
          value={files}
          onChange={(next) => {
            setFiles(next);
            setReport(undefined);
          }}
          label={t`选择表格`}
          description={t`.xlsx 或 .csv，第一行是列名，最多 2,000 行`}
          accept=".xlsx,.csv"
        />
        <div className="row">
          <Button disabled={!file} loading={busy} onClick={() => void look("DRY_RUN")}>
            <Trans>检查</Trans>
          </Button>
        </div>
      </section>
      {report && <Report report={report} busy={busy} onWrite={(mode) => void look(mode)} />}
    </div>
  );
}

type ReportProps = { report: ImportReport; busy: boolean; onWrite: (mode: Mode) => void };

function Report({ report, busy, onWrite }: ReportProps) {
  const { t } = useLingui();
  const { total, good, written, bad } = report;
  const wrong = total - good;
  return (
    <section className="card stack" aria-label={t`检查结果`} aria-live="polite">
      <p className={css.sum}>
        {written > 0 ? (
          <Trans>已提交 {written} 行，等待审核。</Trans>
        ) : (
          <Trans>
            共 {total} 行，{good} 行正确，{wrong} 行有误。
          </Trans>
        )}
      </p>
      {written === 0 && good > 0 && (
        <div className="row">
          {bad.length === 0 ? (
            <Button loading={busy} onClick={() => onWrite("ALL_OR_NONE")}>
              <Trans>提交全部 {good} 行</Trans>
            </Button>
          ) : (
            <Button variant="default" loading={busy} onClick={() => onWrite("GOOD_ONLY")}>
              <Trans>只提交正确的 {good} 行</Trans>
            </Button>
          )}
        </div>
      )}
      {bad.length > 0 && <BadCells bad={bad} />}
    </section>
  );
}

function BadCells({ bad }: { bad: readonly Bad[] }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const columns: Column<Bad>[] = [
    { key: "row", head: t`行`, narrow: "title", cell: ({ row }) => t`第 ${row} 行` },
    { key: "column", head: t`列`, cell: ({ column }) => i18n._(importColumnWords[column]) },
    { key: "code", head: t`问题`, cell: ({ code }) => i18n._(importFaultWords[code]) },
    { key: "value", head: t`填写的内容`, cell: ({ value }) => value || "—" },
  ];
  return (
    <DataTable
      label={t`有误的单元格`}
      rows={bad}
      rowKey={({ row, column, code }) => `${row}:${column}:${code}`}
      columns={columns}
    />
  );
}
