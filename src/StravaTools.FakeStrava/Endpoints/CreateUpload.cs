using System.Collections.Immutable;
using System.Globalization;
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
    private const string OldType = "activity_type";

    public static Response Handle(ApiRequest request)
    {
        var dataType = request.Parameters["data_type"]?.ToLowerInvariant();
        if (FindError(request.Parameters, dataType) is { } error)
        {
            return Refuse(request, error);
        }

        var sent = request.Parameters.File!;
        var parameters = ReadParameters(request, dataType!);
        var file = ActivityFile.FromBytes(sent.FileName.Length > 0 ? sent.FileName : $"upload.{dataType}", sent.Bytes);
        var content = file.ReadContent();
        if (parameters.IsGzip && !IsValidGzip(file, content))
        {
            return Refuse(request, new FaultError("upload", "gzip", "invalid encoding"));
        }

        return Enqueue(request, file, parameters, Process(request, file, content, parameters));
    }

    private static ProcessedFile Process(ApiRequest request, ActivityFile file, ActivityContent content, UploadParameters parameters)
    {
        var options = request.World.Options;
        var processed = UploadProcessor.Process(file, content, parameters, request.Athlete, options);
        if (processed.Error is not null)
        {
            return processed;
        }

        var read = request.World.Blobs.AddBlob(file.Bytes.Span);
        return processed with
        {
            Activities = [.. processed.Activities.Select(
                (activity, index) => new StoredRecording(file.Name, read, index, options.ElevationAt).Replace(activity))],
        };
    }

    private static Response Enqueue(ApiRequest request, ActivityFile file, UploadParameters parameters, ProcessedFile processed)
    {
        var upload = new FakeUpload
        {
            AthleteId = request.AthleteId,
            FileName = file.Name,
            ExternalId = CompleteExternalId(request.Parameters["external_id"] ?? file.Name, parameters.DataType),
            DataType = parameters.DataType,
            Size = file.Bytes.Length,
            Sha256 = file.Sha256,
            Parameters = request.Parameters.WithoutToken.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
        var added = request.World.AddUpload(upload, processed);
        request.AddNote(string.Create(CultureInfo.InvariantCulture, $"Upload {added.Id}: {processed.Describe()}"));
        var status = GetUpload.DescribeNew(added, request.World);
        return Response.FromJson(StatusCodes.Status201Created, status, StravaJson.Default.UploadStatus);
    }

    /// <summary>
    /// "On error, the 400 Bad Request will be accompanied by a status describing the error" (strava-uploads.md, "Returns an Upload Status
    /// Object"): by the documents the fault has the attributes of a status too.
    /// </summary>
    private static Response Refuse(ApiRequest request, FaultError error)
    {
        if (!request.World.IsDocumented)
        {
            return Response.BadRequest(error);
        }

        var text = $"The upload was refused: {error.Resource} {error.Field} {error.Code}.";
        var status = new UploadStatus(0, "0", null, text, text, null);
        var json = JsonSerializer.SerializeToNode(status, StravaJson.Default.UploadStatus)!.AsObject();
        json["message"] = "Bad Request";
        json["errors"] = JsonSerializer.SerializeToNode(new[] { error }, StravaJson.Default.FaultErrorArray);
        return Response.FromJson(StatusCodes.Status400BadRequest, json, StravaJson.Default.JsonObject);
    }

    private static FaultError? FindError(RequestParameters parameters, string? dataType)
    {
        if (dataType is null)
        {
            return new FaultError("Upload", "data_type", "missing");
        }

        if (!UploadParameters.IsDataType(dataType))
        {
            return new FaultError("Upload", "data_type", "invalid");
        }

        if (parameters.File is not { Bytes.Length: > 0 })
        {
            return new FaultError("Upload", "data", "empty");
        }

        return FindSportError(parameters);
    }

    private static FaultError? FindSportError(RequestParameters parameters)
    {
        if (SportParameters.ReadSport(parameters, OldType) is not null)
        {
            return null;
        }

        if (parameters[SportParameters.SportType] is not null)
        {
            return new FaultError("Upload", SportParameters.SportType, "invalid");
        }

        if (parameters[OldType] is not null)
        {
            return new FaultError("Upload", OldType, "invalid");
        }

        return null;
    }

    private static UploadParameters ReadParameters(ApiRequest request, string dataType) => new()
    {
        DataType = dataType,
        Name = request.Parameters["name"],
        Description = request.Parameters["description"],
        SportType = SportParameters.ReadSport(request.Parameters, OldType),
        Trainer = request.Parameters.ReadFlag("trainer"),
        Commute = request.Parameters.ReadFlag("commute"),
    };

    private static bool IsValidGzip(ActivityFile file, ActivityContent content) =>
        file.IsGzip && !content.Findings.Any(finding => finding.RuleId is "GEN0103" or "GEN0104");

    /// <summary>"98765" of a gpx becomes "98765.gpx" (strava-uploads.md, "Example Response").</summary>
    private static string CompleteExternalId(string externalId, string dataType)
    {
        var unpacked = dataType.Replace(".gz", "", StringComparison.Ordinal);
        var isComplete = externalId.EndsWith($".{unpacked}", StringComparison.OrdinalIgnoreCase)
            || externalId.EndsWith($".{dataType}", StringComparison.OrdinalIgnoreCase);
        if (isComplete)
        {
            return externalId;
        }

        return $"{externalId}.{dataType}";
    }
}
