/** What Cairn keeps on a server and finds by stored id: the names under which the ids are stored. */
export const certificatesChannel = 'channel:certificates';
