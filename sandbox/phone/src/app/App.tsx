import { useState } from "react";
import type { ControlState, Phone } from "../control/types";
import { useResource, useStore, useWorld } from "../control/use-world";
import { DeveloperDrawer } from "../developer/DeveloperDrawer";
import { ScanChooser } from "../scan/ScanChooser";
import { wishOf } from "../scan/scan-text";
import { Waiting } from "../ui/Blank";
import { useMedia } from "../ui/use-media";
import styles from "./App.module.css";
import { ConnectionBar } from "./ConnectionBar";
import { Desktop } from "./Desktop";
import { SinglePhone } from "./SinglePhone";
import { TopBar } from "./TopBar";
import { useHash } from "./use-hash";
import { changeView, phonesShown, toggled, view } from "./view";

const narrowest = "(max-width: 820px)";

/** The page: phones on a desk, or one phone that fills a narrow screen, and the developer's drawer. */
export function App() {
  const world = useWorld();
  const state = useResource(world.state);
  return (
    <div className={styles["app"]}>
      <ConnectionBar />
      {state.value ? (
        <Phones state={state.value} />
      ) : (
        <Waiting problem={state.problem} onRetry={() => world.refresh()} />
      )}
    </div>
  );
}

function Phones({ state }: { state: ControlState }) {
  const narrow = useMedia(narrowest);
  const liking = useStore(view);
  const [hash, setHash] = useHash();
  const [firstWidth] = useState(() => window.innerWidth);
  const wish = wishOf(hash);
  const alone = wish.phone === null ? null : findPhone(state.phones, wish.phone);
  const shown = phonesShown(state.phones, liking, firstWidth);
  const front = alone ?? state.phones.find((phone) => phone.id === liking.front) ?? state.phones[0] ?? null;
  const show = (phone: Phone) => {
    if (!shown.includes(phone)) changeView({ shown: toggled(state.phones, shown, phone.id) });
    changeView({ front: phone.id });
  };
  return (
    <>
      <TopBar state={state} narrow={narrow} shown={shown} front={front} wanted={wish.phone} alone={alone !== null} />
      <div className={styles["middle"]}>
        {narrow || alone ? (
          <SinglePhone phone={front} account={state.account} framed={!narrow} />
        ) : (
          <Desktop phones={state.phones} shown={shown} account={state.account} />
        )}
        {liking.developer && (
          <DeveloperDrawer
            state={state}
            narrow={narrow}
            phoneId={liking.traffic}
            onPhone={(traffic) => changeView({ traffic })}
            onClose={() => changeView({ developer: false })}
          />
        )}
      </div>
      {wish.scan && (
        <ScanChooser
          text={wish.scan}
          phones={alone ? [alone] : state.phones}
          onShow={show}
          onClose={() => setHash(alone ? `#phone=${encodeURIComponent(alone.id)}` : "")}
        />
      )}
    </>
  );
}

const findPhone = (phones: Phone[], wanted: string): Phone | null =>
  phones.find((phone) => phone.id === wanted) ?? phones.find((phone) => phone.name === wanted) ?? null;
