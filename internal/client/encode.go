package client

import (
	"bytes"
	"encoding/json"
	"maps"
	"mime/multipart"
	"slices"
)

// Multipart is a request body that uploads a file (multipart/form-data).
type Multipart struct {
	// Fields are the form's other fields.
	Fields map[string]string
	// FileField is the field of the file, such as `file`. Empty sends no file.
	FileField string
	// FileName is the name that the server is given for the file.
	FileName string
	// Content is the file's content.
	Content []byte
}

// encode encodes a request body, once for all attempts; nil is no body.
func encode(value any) (body []byte, contentType string, err error) {
	switch value := value.(type) {
	case nil:
		return nil, "", nil
	case Multipart:
		return value.encode()
	}
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false) // <, > and & are sent as they are
	err = encoder.Encode(value)
	return buffer.Bytes(), "", err
}

func (m Multipart) encode() (body []byte, contentType string, err error) {
	var buffer bytes.Buffer
	form := multipart.NewWriter(&buffer)
	for _, name := range slices.Sorted(maps.Keys(m.Fields)) {
		if err := form.WriteField(name, m.Fields[name]); err != nil {
			return nil, "", err
		}
	}
	if m.FileField != "" {
		file, err := form.CreateFormFile(m.FileField, m.FileName)
		if err != nil {
			return nil, "", err
		}
		if _, err := file.Write(m.Content); err != nil {
			return nil, "", err
		}
	}
	if err := form.Close(); err != nil {
		return nil, "", err
	}
	return buffer.Bytes(), form.FormDataContentType(), nil
}
