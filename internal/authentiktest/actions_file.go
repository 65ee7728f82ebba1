package authentiktest

import (
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"
)

// files is the path of uploaded files: a plain array without pages, whose entries are addressed by
// name and usage in the query.
const files = "/admin/file/"

// onFiles lists, takes and deletes uploaded files. The answers to writes have no body.
func onFiles(s *Server, c *call) *reply {
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
	for _, file := range s.inOrder(files, []string{"name"}) {
		name := keyText(file.fields["name"])
		if usage := query.Get("usage"); usage != "" && file.fields["usage"] != usage || !strings.Contains(name, query.Get("search")) {
			continue
		}
		listed = append(listed, values{
			"name": name, "mime_type": mime.TypeByExtension(path.Ext(name)), "url": s.URL() + strings.TrimPrefix(s.fileURL(name), s.webPath()),
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
	s.add(files, values{"name": name, "usage": usage})
	return &reply{status: http.StatusOK}
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
	i := slices.IndexFunc(stored, func(one *row) bool { return one.fields["name"] == name && one.fields["usage"] == usage })
	if i < 0 {
		return nil
	}
	return stored[i]
}
