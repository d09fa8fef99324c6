import { useQuery } from "@apollo/client/react";
import { DocumentText } from "@kaidan/web-kit/ui/DocumentText";
import { contractIssueWords } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { Section } from "../../features/console/Section";
import { PreviewFormWordingDocument } from "../../gql/graphql";
import css from "../contracts/Contracts.module.css";

type WordingPreviewProps = {
  text: string;
  /** Shows a stretch of the text. */
  onMark: (from: number, to: number) => void;
  /** Puts a place where the caret is. */
  onPut: (place: string) => void;
};

/** What the text becomes for made-up facts, or what is wrong with it; and the places there are. */
export function WordingPreview({ text, onMark, onPut }: WordingPreviewProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [settled] = useDebouncedValue(text, 400);
  const { data, previousData } = useQuery(PreviewFormWordingDocument, {
    variables: { text: settled },
    fetchPolicy: "no-cache",
  });
  const shown = data ?? previousData;
  const issues = shown?.previewFormWording.issues ?? [];
  return (
    <>
      <Section title={t`可用的占位`} lead={t`点一下插入到光标处。`}>
        <div className={css.places}>
          {(shown?.formPlaces ?? []).map((place) => (
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
          shown && <DocumentText blocks={shown.previewFormWording.blocks} />
        )}
      </Section>
    </>
  );
}
