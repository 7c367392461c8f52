using System.Globalization;
using System.Xml;

namespace StravaTools.FakeStrava.Face;

/// <summary>The fields of a form on the page.</summary>
internal sealed class FaceForm(IFormCollection fields)
{
    /// <exception cref="InvalidDataException">The request contains no form, or too large a form.</exception>
    public static async Task<FaceForm> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new InvalidDataException("The request does not contain a form.");
        }

        return new FaceForm(await http.Request.ReadFormAsync(http.RequestAborted));
    }

    /// <summary>The text of a field; empty if the form does not have it.</summary>
    public string ReadText(string name) => fields[name].ToString();

    /// <exception cref="FormatException">The field is not a number.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public long ReadNumber(string name) => long.Parse(ReadText(name), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The field is not a duration such as PT15M.</exception>
    /// <exception cref="OverflowException">The duration is too long.</exception>
    public TimeSpan ReadDuration(string name) => XmlConvert.ToTimeSpan(ReadText(name));
}
