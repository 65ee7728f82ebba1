package system

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path"
	"slices"
	"strings"
)

// largestFile is the largest file that the server accepts, in bytes.
const largestFile = 25 << 20

// content is a file that is to be uploaded.
type content struct {
	bytes []byte
	// argument is where it is from, for messages.
	argument string
}

// load reads the file at the path, or decodes the string; one of them is "". The error is
// about the argument and does not repeat the content.
func load(source, encoded string) (content, error) {
	if source == "" {
		decoded, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil {
			return content{argument: "content_base64"}, errors.New("the string is not base64; use filebase64(...) or base64encode(...)")
		}
		return content{decoded, "content_base64"}, nil
	}
	loaded := content{argument: "source"}
	about, err := os.Stat(source)
	switch {
	case err != nil:
		return loaded, fmt.Errorf("the file cannot be read: %w. Relative paths are relative to the directory in which Terraform runs; use \"${path.module}/...\" for a file beside the configuration", err)
	case !about.Mode().IsRegular():
		return loaded, errors.New("the path is not that of a file")
	case about.Size() > largestFile:
		return loaded, fmt.Errorf("the file has more than %d MB, which authentik does not accept", largestFile>>20)
	}
	if loaded.bytes, err = os.ReadFile(source); err != nil { //nolint:gosec // G304: the user names the file that is to be uploaded
		return loaded, fmt.Errorf("the file cannot be read: %w", err)
	}
	return loaded, nil
}

// sum is the SHA-256 of the content in hexadecimal.
func (c content) sum() string {
	sum := sha256.Sum256(c.bytes)
	return hex.EncodeToString(sum[:])
}

// images are the extensions of images by the type that their content has.
var images = map[string][]string{
	"image/png": {".png"}, "image/jpeg": {".jpg", ".jpeg"}, "image/gif": {".gif"}, "image/webp": {".webp"}, "image/x-icon": {".ico"}, "image/svg+xml": {".svg"},
}

// unfit says what is wrong with the content of a file of that name; isError is false for
// what the server and a browser can live with.
func (c content) unfit(name string) (reason string, isError bool) {
	extension := strings.ToLower(path.Ext(name))
	switch {
	case len(c.bytes) == 0:
		return "The file is empty, which authentik refuses.", true
	case len(c.bytes) > largestFile:
		return fmt.Sprintf("The file has more than %d MB, which authentik does not accept.", largestFile>>20), true
	case bytes.HasPrefix(c.bytes, []byte("version https://git-lfs.github.com/spec/")):
		return "The file is a pointer of Git LFS and not the file itself. Run `git lfs pull` first.", true
	}
	kind := c.kind()
	for image, extensions := range images {
		switch isNamed := slices.Contains(extensions, extension); {
		case isNamed && kind != image:
			return fmt.Sprintf("The name ends in `%s`, but the content is no such image; it looks like `%s`. Browsers would not show it.", extension, kind), true
		case isNamed:
			return "", false
		}
	}
	return "The name has no extension of an image that the provider knows (`.svg`, `.png`, `.jpg`, `.gif`, `.webp`, `.ico`). authentik derives the type of the file from its name and shows files as logos, icons and backgrounds.", false
}

// kind is the type of the content, such as `image/png`.
func (c content) kind() string {
	detected, _, _ := strings.Cut(http.DetectContentType(c.bytes), ";")
	const head = 4096
	if strings.HasPrefix(detected, "text/") && bytes.Contains(bytes.ToLower(c.bytes[:min(len(c.bytes), head)]), []byte("<svg")) {
		return "image/svg+xml"
	}
	return detected
}
