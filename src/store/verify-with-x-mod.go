// Verifies a static log with golang.org/x/mod's note and tlog, which know nothing of onrecord. A test runs it.
//
//	go run verify-with-x-mod.go FOLDER VKEY < PROOFS
//
// A line of PROOFS is `record INDEX HASH…` or `tree SIZE ROOT HASH…`, hashes in base64.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func refuse(format string, values ...interface{}) { must(fmt.Errorf(format, values...)) }

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, 0, len(indexes))
	for _, index := range indexes {
		found = append(found, h[index])
	}
	return found, nil
}

// The path that C2SP gives a tile: as x/mod's, without the height.
func path(t tlog.Tile) string {
	return strings.Replace(t.Path(), "tile/8/", "tile/", 1)
}

func main() {
	folder, vkey := os.Args[1], os.Args[2]
	verifier, err := note.NewVerifier(vkey)
	must(err)
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	must(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)

	var kept hashes
	var leaves []tlog.Hash
	for number := int64(0); number*256 < size; number++ {
		width := int(size - number*256)
		if width > 256 {
			width = 256
		}
		bundle, err := os.ReadFile(filepath.Join(folder, strings.Replace(path(tlog.Tile{H: 8, L: 0, N: number, W: width}), "tile/0/", "tile/entries/", 1)))
		must(err)
		for len(bundle) > 0 {
			length := int(bundle[0])<<8 + int(bundle[1])
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			stored, err := tlog.StoredHashes(int64(len(leaves)), entry, kept)
			must(err)
			leaves = append(leaves, tlog.RecordHash(entry))
			kept = append(kept, stored...)
		}
	}
	made, err := tlog.TreeHash(size, kept)
	must(err)
	if int64(len(leaves)) != size || made != root {
		refuse("%d entries with root %v, signed are %d with %v", len(leaves), made, size, root)
	}

	tiles := 0
	for _, tile := range tlog.NewTiles(8, 0, size) {
		// NewTiles lists every narrower tile, too.
		if rest := size>>(8*uint(tile.L)) - tile.N*256; tile.W < 256 && int64(tile.W) < rest {
			continue
		}
		tiles++
		file, err := os.ReadFile(filepath.Join(folder, path(tile)))
		must(err)
		data, err := tlog.ReadTileData(tile, kept)
		must(err)
		if !bytes.Equal(file, data) {
			refuse("the tile %s differs", path(tile))
		}
	}

	checked := 0
	for input := bufio.NewScanner(os.Stdin); input.Scan(); checked++ {
		words := strings.Fields(input.Text())
		number, err := strconv.ParseInt(words[1], 10, 64)
		must(err)
		var proof []tlog.Hash
		for _, word := range words[2:] {
			hash, err := tlog.ParseHash(word)
			must(err)
			proof = append(proof, hash)
		}
		if words[0] == "record" {
			must(tlog.CheckRecord(proof, size, root, number, leaves[number]))
		} else {
			must(tlog.CheckTree(proof[1:], size, root, number, proof[0]))
		}
	}
	fmt.Printf("%d entries, %d tiles, %d proofs\n", size, tiles, checked)
}
