import { useState } from "react";
import type { Direction, Phone } from "../control/types";
import { useResource, useWorld } from "../control/use-world";
import { Blank, Waiting } from "../ui/Blank";
import ui from "../ui/ui.module.css";
import { useWords } from "../words/use-words";
import styles from "./DeveloperDrawer.module.css";
import { TrafficEntry } from "./TrafficEntry";
import { filterTraffic, type TrafficFilter } from "./traffic";

const shownAtFirst = 60;
const directions: Direction[] = ["push", "reply", "call", "answer"];

interface Props {
  phones: Phone[];
  phoneId: string | null;
  onPhone: (phoneId: string | null) => void;
}

/** Every push, reply, call and answer, the newest first. */
export function Traffic({ phones, phoneId, onPhone }: Props) {
  const { words } = useWords();
  const { log } = useWorld();
  const { value, problem } = useResource(log);
  const [filter, setFilter] = useState<Omit<TrafficFilter, "phoneId">>({
    direction: null,
    text: "",
    troubledOnly: false,
  });
  const [limit, setLimit] = useState(shownAtFirst);
  if (!value) return <Waiting problem={problem} onRetry={() => void log.reload()} />;
  const found = filterTraffic(value, { ...filter, phoneId });
  const nameOf = (id: string | null) => phones.find((phone) => phone.id === id)?.name ?? null;
  return (
    <>
      <Filters phones={phones} phoneId={phoneId} onPhone={onPhone} filter={filter} onFilter={setFilter} />
      {found.length === 0 && (
        <Blank
          title={value.length === 0 ? words.traffic : words.noMatch}
          {...(value.length === 0 && { hint: words.noTraffic })}
        />
      )}
      <ul className={styles["entries"]}>
        {found.slice(0, limit).map((entry) => (
          <TrafficEntry key={entry.id} entry={entry} name={nameOf(entry.phone)} />
        ))}
      </ul>
      {found.length > limit && (
        <button type="button" className={ui["button"]} onClick={() => setLimit(limit + shownAtFirst)}>
          {words.moreEntries}
        </button>
      )}
    </>
  );
}

interface FilterProps extends Props {
  filter: Omit<TrafficFilter, "phoneId">;
  onFilter: (filter: Omit<TrafficFilter, "phoneId">) => void;
}

function Filters({ phones, phoneId, onPhone, filter, onFilter }: FilterProps) {
  const { words } = useWords();
  return (
    <fieldset className={styles["filters"]}>
      <legend className={styles["hidden"]}>{words.filter}</legend>
      <select
        className={ui["input"]}
        aria-label={words.phones}
        value={phoneId ?? ""}
        onChange={(event) => onPhone(event.target.value || null)}
      >
        <option value="">{words.allPhones}</option>
        {phones.map((phone) => (
          <option key={phone.id} value={phone.id}>
            {phone.name}
          </option>
        ))}
      </select>
      <input
        type="search"
        className={ui["input"]}
        aria-label={words.filterText}
        placeholder={words.filterText}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <div className={styles["chips"]}>
        {directions.map((direction) => (
          <button
            key={direction}
            type="button"
            className={styles["chip"]}
            aria-pressed={filter.direction === direction}
            onClick={() => onFilter({ ...filter, direction: filter.direction === direction ? null : direction })}
          >
            {words[direction]}
          </button>
        ))}
        <button
          type="button"
          className={styles["chip"]}
          aria-pressed={filter.troubledOnly}
          onClick={() => onFilter({ ...filter, troubledOnly: !filter.troubledOnly })}
        >
          {words.onlyTroubled}
        </button>
      </div>
    </fieldset>
  );
}
