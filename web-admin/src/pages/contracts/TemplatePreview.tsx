import { useQuery } from "@apollo/client/react";
import { DocumentText } from "@kaidan/web-kit/ui/DocumentText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { contractIssueWords } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { Section } from "../../features/console/Section";
import { PreviewContractTemplateDocument } from "../../gql/graphql";
import css from "./Contracts.module.css";

type TemplatePreviewProps = {
  text: string;
  /** Shows a stretch of the text. */
  onMark: (from: number, to: number) => void;
  /** Puts a place where the caret is. */
  onPut: (place: string) => void;
};

/** What the text becomes for a made-up order, or what is wrong with it; and the places there are. */
export function TemplatePreview({ text, onMark, onPut }: TemplatePreviewProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [settled] = useDebouncedValue(text, 400);
  const { data, previousData } = useQuery(PreviewContractTemplateDocument, {
    variables: { text: settled },
    fetchPolicy: "no-cache",
  });
  const shown = data ?? previousData;
  const issues = shown?.previewContractTemplate.issues ?? [];
  return (
    <>
      <Section title={t`可用的占位`} lead={t`点一下插入到光标处；商品填写项写作 inputs.编码。`}>
        <div className={css.places}>
          {(shown?.contractPlaces ?? []).map((place) => (
            <button key={place} type="button" className="mono" onClick={() => onPut(place)}>
              {place}
            </button>
          ))}
        </div>
      </Section>
      <Section title={t`预览`}>
        {issues.length > 0 ? (
          <ul className="list" aria-live="polite">
            {issues.map(({ code, from, to, name }) => (
              <li key={`${from}:${code}:${name}`}>
                <button type="button" className={css.check} onClick={() => onMark(from, to)}>
                  {i18n._(contractIssueWords[code])} {name && <span className="mono">{`{{${name}}}`}</span>}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          shown && <DocumentText blocks={shown.previewContractTemplate.blocks} />
        )}
        {text.trim() === "" && <EmptyState title={t`还没有正文`} />}
      </Section>
    </>
  );
}
