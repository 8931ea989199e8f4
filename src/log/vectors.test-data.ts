// A log of five entries, {"n":0} to {"n":4}, made with fixed keys and cross-checked with golang.org/x/mod's note and
// tlog and with openssl. The seed is the bytes 00 to 1f; it signs nothing else.

export const VECTORS = {
  emptyRoot: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  seed: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  vkey: 'example.org/record-log/test+cd163409+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4',
  leaves: [
    'f94070abfd2da0bf72902eb13a808e794f954d9e2745c682a158f6ed0d4ac036',
    'fb5d93e6cf90bc9470cd9ea9d9e12348993db3e854ab2b7660e3594767045f6c',
    '3d1de776df086c1ae9f7049d2bb0c0475ad14185f987e064e8d10dcb2db4a322',
    'd74a2d1f2af1c1cad6c5e8a86fc869162e7d1ea01e729abff17851d10948f994',
    '67cbf349d6b4e4caf430a96751ca532214414c2f8c9f7c567abbc3e52f2df391',
  ],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'f94070abfd2da0bf72902eb13a808e794f954d9e2745c682a158f6ed0d4ac036',
    '3badc80537f029e1bb77280dc85203cf2ed9748dc8f571230fcba5c326c91068',
    '2cfef7627597e00b564975774ad728ef210706759fca6d64138c6dfc1cbf2cda',
    'bd0070acbdc679a24cf44615841483fbfcc18aba00ae4dbe2a0c54af26cbd9fa',
    '87d50c5ea4b4e9c66a6350dc9cf80c85641a6dc2d4e86fbeeedca752fa4cdb4c',
  ],
  checkpoint:
    'example.org/record-log/test\n5\nh9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20w=\n\n— example.org/record-log/test zRY0CYhINdp5r9fbKsC3VTHTFoMNuXJJIlNBCAj+vkR06vVBpkcVhnMRM8y3s4zSWbmE8of2SJ3l6IU3Sa9trw8EwQs=\n',
  witnessVkey: 'witness.example.net/w1+774d75d4+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs',
  cosigned:
    'example.org/record-log/test\n5\nh9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20w=\n\n— example.org/record-log/test zRY0CYhINdp5r9fbKsC3VTHTFoMNuXJJIlNBCAj+vkR06vVBpkcVhnMRM8y3s4zSWbmE8of2SJ3l6IU3Sa9trw8EwQs=\n— witness.example.net/w1 d0111AAAAABpVbkApt52stohSoPLgPzicIK5BgGguYItu2qFBEO+XeBDw9p0D0qzIFgg8bmhZJa5eCQqT6YPyM0adeT09KW4cT/cCw==\n',
  inclusion3: ['PR3ndt8IbBrp9wSdK7DAR1rRQYX5h+Bk6NENyy20oyI=', 'O63IBTfwKeG7dygNyFIDzy7ZdI3I9XEjD8ulwybJEGg=', 'Z8vzSda05Mr0MKlnUcpTIhRBTC+Mn3xWervD5S8t85E='],
  inclusion4: ['vQBwrL3GeaJM9EYVhBSD+/zBiroArk2+KgxUrybL2fo='],
  consistency: [
    'PR3ndt8IbBrp9wSdK7DAR1rRQYX5h+Bk6NENyy20oyI=',
    '10otHyrxwcrWxeiob8hpFi59HqAecpq/8XhR0QlI+ZQ=',
    'O63IBTfwKeG7dygNyFIDzy7ZdI3I9XEjD8ulwybJEGg=',
    'Z8vzSda05Mr0MKlnUcpTIhRBTC+Mn3xWervD5S8t85E=',
  ],
  proofFile:
    'c2sp.org/tlog-proof@v1\nindex 3\nPR3ndt8IbBrp9wSdK7DAR1rRQYX5h+Bk6NENyy20oyI=\nO63IBTfwKeG7dygNyFIDzy7ZdI3I9XEjD8ulwybJEGg=\nZ8vzSda05Mr0MKlnUcpTIhRBTC+Mn3xWervD5S8t85E=\n\nexample.org/record-log/test\n5\nh9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20w=\n\n— example.org/record-log/test zRY0CYhINdp5r9fbKsC3VTHTFoMNuXJJIlNBCAj+vkR06vVBpkcVhnMRM8y3s4zSWbmE8of2SJ3l6IU3Sa9trw8EwQs=\n— witness.example.net/w1 d0111AAAAABpVbkApt52stohSoPLgPzicIK5BgGguYItu2qFBEO+XeBDw9p0D0qzIFgg8bmhZJa5eCQqT6YPyM0adeT09KW4cT/cCw==\n',
  bundle: '00077b226e223a307d00077b226e223a317d00077b226e223a327d00077b226e223a337d00077b226e223a347d',
  tileDigest: '340cfbe75d95eb36436f8bc31350fc3979b189d38d757ee251b34005d28390ec',
} as const;
