/** The pictures asked for last. However many ask for the same one at a time, it is drawn once. */

/** A picture weighs about 200 kB. */
const room = 24;

export interface PictureShelf {
  /** @param version names exactly this picture: another one when anything on it changes */
  take(version: string, draw: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined>;
}

export function createPictureShelf(): PictureShelf {
  const pictures = new Map<string, Promise<Uint8Array | undefined>>();
  return {
    take(version, draw) {
      const picture = pictures.get(version) ?? draw();
      pictures.delete(version);
      pictures.set(version, picture);
      const forget = () => {
        if (pictures.get(version) === picture) pictures.delete(version);
      };
      // What could not be drawn now is drawn when somebody asks again.
      picture.then(png => png ?? forget(), forget);
      const [oldest] = pictures.keys();
      if (pictures.size > room && oldest !== undefined) pictures.delete(oldest);
      return picture;
    },
  };
}
