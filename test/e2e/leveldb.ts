/** The keys and values of a LevelDB table file, unpacked; null for what is none. Written from the format's own description. */
export function blocksOfTable(file: Buffer): Buffer | null {
  if (file.length < 48 || file.readBigUInt64LE(file.length - 8) !== 0xdb4775248b80fb57n) return null;
  const footer = reader(file.subarray(-48));
  footer.number();
  footer.number();
  const index = blockAt(file, footer.number(), footer.number());
  const blocks = entriesOf(index).map(({ value }) => {
    const handle = reader(value);
    return entriesOf(blockAt(file, handle.number(), handle.number()));
  });
  return Buffer.concat(blocks.flat().flatMap(({ key, value }) => [key, value]));
}

/** What a LevelDB log holds, its 32 kB blocks put together. */
export function recordsOfLog(file: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let block = 0; block < file.length; block += 32_768) {
    const end = Math.min(block + 32_768, file.length);
    for (let at = block; at + 7 <= end; ) {
      const length = file.readUInt16LE(at + 4);
      pieces.push(file.subarray(at + 7, Math.min(at + 7 + length, end)));
      at += 7 + length;
    }
  }
  return Buffer.concat(pieces);
}

function blockAt(file: Buffer, offset: number, size: number): Buffer {
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnappy(raw) : raw;
}

/** Keys leave out what they share with the one before. */
function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const entries = reader(block.subarray(0, block.length - 4 - restarts * 4));
  const found: { key: Buffer; value: Buffer }[] = [];
  let key = Buffer.alloc(0);
  while (entries.more()) {
    const [shared, own, value] = [entries.number(), entries.number(), entries.number()];
    key = Buffer.concat([key.subarray(0, shared), entries.bytes(own)]);
    found.push({ key, value: entries.bytes(value) });
  }
  return found;
}

function unsnappy(packed: Buffer): Buffer {
  const from = reader(packed);
  const out = Buffer.alloc(from.number());
  let at = 0;
  while (from.more()) {
    const tag = from.byte();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const length = 1 + (short < 60 ? short : from.little(short - 59));
      from.bytes(length).copy(out, at);
      at += length;
      continue;
    }
    const length = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const back = kind === 1 ? ((tag >> 5) << 8) | from.byte() : from.little(kind === 2 ? 2 : 4);
    for (let i = 0; i < length; i++, at++) out[at] = out[at - back] as number;
  }
  return out;
}

function reader(bytes: Buffer) {
  let at = 0;
  const byte = () => bytes[at++] ?? 0;
  return {
    byte,
    more: () => at < bytes.length,
    bytes(length: number) {
      at += length;
      return bytes.subarray(at - length, at);
    },
    little(length: number) {
      let number = 0;
      for (let i = 0; i < length; i++) number += byte() * 256 ** i;
      return number;
    },
    /** Seven bits a byte, the lowest first. */
    number() {
      for (let number = 0, scale = 1; ; scale *= 128) {
        const next = byte();
        number += (next & 127) * scale;
        if (next < 128) return number;
      }
    },
  };
}
