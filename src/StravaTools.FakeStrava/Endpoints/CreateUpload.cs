using System.Collections.Immutable;
using System.Text.Json;
using StravaTools.Activities;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>POST /api/v3/uploads (strava-uploads.md, "How to Upload an Activity"): initial checks, then the file is processed.</summary>
internal static class CreateUpload
{
    public static Response Handle(ApiRequest request)
    {
        var given = request.Parameters;
        var dataType = given["data_type"]?.ToLowerInvariant();
        if (ErrorIn(given, dataType) is { } error)
        {
            return Refused(request, error);
        }

        var file = ActivityFile.FromBytes(NameOf(given.File!, dataType!), given.File!.Bytes);
        var content = file.ReadContent();
        var parameters = ReadParameters(request, dataType!);
        if (parameters.IsGzip && !IsWholeGzip(file, content))
        {
            return Refused(request, new FaultError("upload", "gzip", "invalid encoding"));
        }

        var processed = UploadProcessor.Process(file, content, parameters, request.Athlete, request.World.Options);
        return Enqueue(request, file, parameters, processed);
    }

    private static Response Enqueue(ApiRequest request, ActivityFile file, UploadParameters parameters, ProcessedFile processed)
    {
        var upload = new FakeUpload
        {
            AthleteId = request.Athlete.Id,
            FileName = file.Name,
            ExternalId = ExternalId(request.Parameters["external_id"] ?? file.Name, parameters.DataType),
            DataType = parameters.DataType,
            Size = file.Bytes.Length,
            Sha256 = file.Sha256,
            Parameters = request.Parameters.WithoutToken.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
        var added = request.World.AddUpload(upload, processed);
        return Response.FromJson(StatusCodes.Status201Created, GetUpload.StillProcessing(added, request.World), StravaJson.Default.UploadStatus);
    }

    /// <summary>
    /// "On error, the 400 Bad Request will be accompanied by a status describing the error" (strava-uploads.md, "Returns an Upload Status Object"): by the
    /// documents the fault has the attributes of a status too.
    /// </summary>
    private static Response Refused(ApiRequest request, FaultError error)
    {
        if (!request.World.IsDocumented)
        {
            return Response.BadRequest(error);
        }

        var text = $"The upload was refused: {error.Resource} {error.Field} {error.Code}.";
        var json = JsonSerializer.SerializeToNode(new UploadStatus(0, "0", null, text, text, null), StravaJson.Default.UploadStatus)!.AsObject();
        json["message"] = "Bad Request";
        json["errors"] = JsonSerializer.SerializeToNode(new[] { error }, StravaJson.Default.FaultErrorArray);
        return Response.FromJson(StatusCodes.Status400BadRequest, json, StravaJson.Default.JsonObject);
    }

    private static FaultError? ErrorIn(RequestParameters given, string? dataType)
    {
        if (dataType is null || !UploadParameters.IsDataType(dataType))
        {
            return new FaultError("Upload", "data_type", dataType is null ? "missing" : "invalid");
        }

        if (given.File is not { Bytes.Length: > 0 })
        {
            return new FaultError("Upload", "data", "empty");
        }

        if (given["sport_type"] is { } sport)
        {
            if (ActivityTypes.IsSportType(sport))
            {
                return null;
            }

            return new FaultError("Upload", "sport_type", "invalid");
        }

        if (given["activity_type"] is { } type && ActivityTypes.FindType(type) is null)
        {
            return new FaultError("Upload", "activity_type", "invalid");
        }

        return null;
    }

    private static UploadParameters ReadParameters(ApiRequest request, string dataType) => new()
    {
        DataType = dataType,
        Name = request.Parameters["name"],
        Description = request.Parameters["description"],
        // "will be ignored if sport_type is included" (strava-uploads.md, activity_type)
        SportType = request.Parameters["sport_type"] ?? (request.Parameters["activity_type"] is { } type ? ActivityTypes.FindType(type) : null),
        Trainer = request.ReadFlag("trainer"),
        Commute = request.ReadFlag("commute"),
    };

    private static bool IsWholeGzip(ActivityFile file, ActivityContent content) =>
        file.IsGzip && !content.Findings.Any(finding => finding.RuleId is "GEN0103" or "GEN0104");

    private static string NameOf(UploadedFile file, string dataType)
    {
        if (file.FileName.Length > 0)
        {
            return file.FileName;
        }

        return $"upload.{dataType}";
    }

    /// <summary>"98765" of a gpx becomes "98765.gpx" (strava-uploads.md, "Example Response").</summary>
    private static string ExternalId(string given, string dataType)
    {
        var unpacked = dataType.Replace(".gz", "", StringComparison.Ordinal);
        if (given.EndsWith($".{unpacked}", StringComparison.OrdinalIgnoreCase) || given.EndsWith($".{dataType}", StringComparison.OrdinalIgnoreCase))
        {
            return given;
        }

        return $"{given}.{dataType}";
    }
}
