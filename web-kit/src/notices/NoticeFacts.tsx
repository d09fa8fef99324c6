import { Trans } from "@lingui/react/macro";
import type { NoticeFactsFragment } from "../gql/graphql";
import { DateText } from "../ui/DateText";
import { Money } from "../ui/Money";
import css from "./Notices.module.css";

/** What a notice is about: the item, its number, the amount, the term; below it what somebody wrote. */
export function NoticeFacts({ notice }: { notice: NoticeFactsFragment }) {
  const { item, title, supplier, no, amount, until, detail } = notice;
  const about = [item, title, supplier].filter((each, index, all) => each && all.indexOf(each) === index);
  return (
    <>
      <span className={css.facts}>
        {about.length > 0 && (
          <span className={css.about}>
            {about.map((each) => (
              <span key={each}>{each}</span>
            ))}
          </span>
        )}
        {no && <span className="mono">{no}</span>}
        {amount && <Money fen={amount} />}
        {until && (
          <span>
            <Trans>
              截止 <DateText at={until} />
            </Trans>
          </span>
        )}
      </span>
      {detail && <span className={css.detail}>{detail}</span>}
    </>
  );
}
