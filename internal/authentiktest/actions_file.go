package authentiktest

import (
	"cmp"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strings"
)

// files is the path of uploaded files: a plain array without pages, whose entries are addressed by
// name and usage in the query.
const files = "/admin/file/"

const (
	// largestFile is the largest file that the server takes, in bytes.
	largestFile = 25 << 20
	// comesWithTheServer is a file of the server itself, which the list shows too.
	comesWithTheServer = "/static/authentik/sources/ldap.png"
)

// onFiles lists, takes and deletes uploaded files. The answers to writes have no body.
func onFiles(s *Server, c *call) *reply {
	right := map[string]string{http.MethodPost: "add", http.MethodDelete: "delete"}[c.Method]
	if !c.caller.may(cmp.Or(right, "view"), files) {
		return detail(http.StatusForbidden, noPermission)
	}
	switch c.Method {
	case http.MethodPost:
		return s.upload(c)
	case http.MethodDelete:
		return s.deleteFile(c)
	default:
		return s.listFiles(c)
	}
}

func (s *Server) listFiles(c *call) *reply {
	query := c.URL.Query()
	listed := make([]any, 0)
	if name := comesWithTheServer; query.Get("manageable_only") != "true" && strings.Contains(name, query.Get("search")) {
		listed = append(listed, values{"name": name, "mime_type": "image/png", "url": s.URL() + name, "themed_urls": nil})
	}
	for _, file := range s.inOrder(files, []string{"name"}) {
		name := keyText(file.fields["name"])
		if usage := query.Get("usage"); usage != "" && cmp.Or(keyText(file.fields["usage"]), "media") != usage || !strings.Contains(name, query.Get("search")) {
			continue
		}
		listed = append(listed, values{
			"name": name, "mime_type": cmp.Or(mime.TypeByExtension(path.Ext(name)), "application/octet-stream"), "url": s.URL() + strings.TrimPrefix(s.fileURL(name), s.webPath()),
			"themed_urls": s.themed(name),
		})
	}
	return jsonReply(http.StatusOK, listed)
}

// upload takes a form with the file, its name and what it is for.
func (s *Server) upload(c *call) *reply {
	rewind(c.Request)
	if err := c.ParseMultipartForm(1 << 20); err != nil {
		return detail(http.StatusUnsupportedMediaType, `Unsupported media type "`+c.Header.Get("Content-Type")+`" in request.`)
	}
	sent := c.MultipartForm.File["file"]
	if len(sent) == 0 {
		return jsonReply(http.StatusBadRequest, failures{"file": []string{"No file was submitted."}})
	}
	name, usage := c.FormValue("name"), c.FormValue("usage")
	if name == "" {
		name = sent[0].Filename
	}
	if usage == "" {
		usage = "media"
	}
	if message := fileName(s, name); message != "" {
		return jsonReply(http.StatusBadRequest, failures{"name": []string{message}})
	}
	if s.file(name, usage) != nil {
		return jsonReply(http.StatusBadRequest, failures{"name": []string{"A file with this name already exists."}})
	}
	content, refusal := submitted(sent[0])
	if refusal != nil {
		return refusal
	}
	s.add(files, values{"name": name, "usage": usage, "content": content})
	return &reply{status: http.StatusOK}
}

// submitted reads a file of a form, which the server takes up to a size.
func submitted(sent *multipart.FileHeader) (content string, refusal *reply) {
	switch {
	case sent.Size == 0:
		return "", jsonReply(http.StatusBadRequest, failures{"file": []string{"The submitted file is empty."}})
	case sent.Size > largestFile:
		return "", jsonReply(http.StatusBadRequest, failures{"file": []string{"File size exceeds the maximum."}})
	}
	opened, err := sent.Open()
	if err != nil {
		return "", detail(http.StatusInternalServerError, err.Error())
	}
	held, err := io.ReadAll(opened)
	if err == nil {
		err = opened.Close()
	}
	if err != nil {
		return "", detail(http.StatusInternalServerError, err.Error())
	}
	return string(held), nil
}

func (s *Server) deleteFile(c *call) *reply {
	query := c.URL.Query()
	usage := query.Get("usage")
	if usage == "" {
		usage = "media"
	}
	file := s.file(query.Get("name"), usage)
	if file == nil {
		return detail(http.StatusNotFound, "Not found.")
	}
	s.delete(file)
	return &reply{status: http.StatusOK}
}

// file finds an uploaded file, nil when there is none.
func (s *Server) file(name, usage string) *row {
	stored := s.all(files)
	i := slices.IndexFunc(stored, func(one *row) bool {
		return one.fields["name"] == name && cmp.Or(keyText(one.fields["usage"]), "media") == usage
	})
	if i < 0 {
		return nil
	}
	return stored[i]
}
