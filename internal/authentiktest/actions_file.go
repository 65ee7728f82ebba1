package authentiktest

import (
	"cmp"
	"mime"
	"net/http"
	"path"
	"strings"
)

// fileStore is the address of uploaded files (2025.12). It is neither paged nor has it addresses of
// single files.
const fileStore = "/admin/file/"

// largestUpload is the largest file that the server takes, in bytes.
const largestUpload = 25 << 20

func fileEndpoints() map[string]endpoint {
	return map[string]endpoint{
		fileStore: {methods: "GET, POST, DELETE, HEAD, OPTIONS", since: "2025.12.0", answers: onUploads},
	}
}

func onUploads(s *Server, c *call) *reply {
	right := map[string]string{http.MethodPost: "add", http.MethodDelete: "delete"}[c.Method]
	if !c.caller.may(cmp.Or(right, "view"), fileStore) {
		return detail(http.StatusForbidden, noPermission)
	}
	usage := c.URL.Query().Get("usage")
	if c.Method == http.MethodPost {
		rewind(c.Request)
		if err := c.ParseMultipartForm(largestUpload); err != nil {
			return detail(http.StatusUnsupportedMediaType, `Unsupported media type "`+c.Header.Get("Content-Type")+`" in request.`)
		}
		usage = c.FormValue("usage")
	}
	if usage != "" && usage != "media" {
		return jsonReply(http.StatusBadRequest, failures{"usage": []string{noChoice(usage)}})
	}
	switch c.Method {
	case http.MethodPost:
		return upload(s, c)
	case http.MethodDelete:
		return removeUpload(s, c.URL.Query().Get("name"))
	}
	listed := make([]any, 0)
	if c.URL.Query().Get("manageable_only") != "true" {
		listed = append(listed, shownFile(s, "/static/authentik/sources/ldap.png"))
	}
	for _, file := range s.all(fileStore) {
		if name := keyText(file.fields["name"]); strings.Contains(name, c.URL.Query().Get("search")) {
			listed = append(listed, shownFile(s, name))
		}
	}
	return jsonReply(http.StatusOK, listed)
}

// shownFile is an entry of the list. The server guesses the type by the name.
func shownFile(s *Server, name string) values {
	return values{
		"name": name, "url": s.fileURL(name), "themed_urls": s.themed(name),
		"mime_type": cmp.Or(mime.TypeByExtension(path.Ext(name)), "application/octet-stream"),
	}
}

func upload(s *Server, c *call) *reply {
	files := c.MultipartForm.File["file"]
	if len(files) == 0 {
		return jsonReply(http.StatusBadRequest, failures{"file": []string{"No file was submitted."}})
	}
	name := cmp.Or(c.FormValue("name"), files[0].Filename)
	switch {
	case files[0].Size == 0:
		return jsonReply(http.StatusBadRequest, failures{"file": []string{"The submitted file is empty."}})
	case files[0].Size > largestUpload:
		return jsonReply(http.StatusBadRequest, failures{"file": []string{"File size exceeds the maximum."}})
	case fileName(s, name) != "":
		return jsonReply(http.StatusBadRequest, failures{"name": []string{fileName(s, name)}})
	case named(s, name) != nil:
		return jsonReply(http.StatusBadRequest, failures{"name": []string{"A file with this name already exists."}})
	}
	content, err := files[0].Open()
	if err != nil {
		return detail(http.StatusInternalServerError, err.Error())
	}
	defer content.Close()
	held := make([]byte, files[0].Size)
	if _, err := content.Read(held); err != nil {
		return detail(http.StatusInternalServerError, err.Error())
	}
	s.add(fileStore, values{"name": name, "content": string(held)})
	return &reply{status: http.StatusOK}
}

func removeUpload(s *Server, name string) *reply {
	found := named(s, name)
	if found == nil {
		return detail(http.StatusNotFound, "Not found.")
	}
	s.delete(found)
	return &reply{status: http.StatusOK}
}

// named finds a file by its name, nil for none.
func named(s *Server, name string) *row {
	for _, file := range s.all(fileStore) {
		if keyText(file.fields["name"]) == name {
			return file
		}
	}
	return nil
}
